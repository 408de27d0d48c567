import type { ReactNode } from 'react'
import { Field } from '../../ui/Field.tsx'
import { FieldFindings } from './FieldFindings.tsx'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'
import { Counter } from './words/Counter.tsx'
import { type LimitOf, tightestLimit } from './words/limits.ts'
import { Suggestions } from './words/Suggestions.tsx'
import { useWords } from './words/useWords.ts'
import { WordsControl } from './words/WordsControl.tsx'
import { WordsTools } from './words/WordsTools.tsx'

export interface WordsInputProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Where the value is in the node's data, for showing what the linter says about it. */
  path?: FieldPath
  help?: ReactNode
  placeholder?: string
  /** What a channel shows; the counter watches the strictest of those that the flow answers on. */
  limit?: LimitOf | null
  isMultiline?: boolean
  /** Buttons and keys for bold, italic and so on, as WhatsApp has them. */
  hasFormatting?: boolean
  isLabelHidden?: boolean
  isCode?: boolean
  rows?: number
  /** Plain words: no variables. */
  isPlain?: boolean
  /** What would stand between {{ and }}: variables and filters are offered without them. */
  isExpression?: boolean
}

/** One text of the author's, in one language: `{{` offers variables and filters, a counter watches the channels' limit. */
export function WordsInput(props: WordsInputProps) {
  const { label, value, path, help, limit, isMultiline = false, isPlain = false } = props
  const { variables, values, channels, isReadOnly } = useNodeForm()
  const error = useFieldError(path)
  const hasFormatting = props.hasFormatting ?? false
  const words = useWords({
    value,
    onChange: props.onChange,
    variables: isPlain ? NONE : variables,
    syntax: props.isExpression ? 'expression' : 'template',
    values,
    isMultiline,
    hasFormatting,
    isReadOnly,
  })
  const used = limit && value !== '' ? tightestLimit(value, channels, limit) : null
  const counter = used && (isMultiline || used.used >= used.limit.max * NEAR) && (
    <Counter used={used} isOne={channels.length === 1} />
  )
  return (
    <Field
      label={label}
      name={path?.join('.')}
      help={help}
      error={error}
      aside={!props.isLabelHidden && counter}
      {...(props.isLabelHidden && { isLabelHidden: true })}
    >
      <div className="relative">
        <WordsControl
          control={words.control}
          rows={isMultiline ? (props.rows ?? 3) : 1}
          placeholder={props.placeholder}
          hasFormatting={hasFormatting}
          hasVariables={!isPlain && !props.isExpression}
          isCode={props.isCode}
        />
        <Suggestions suggestions={words.suggestions} />
      </div>
      {isMultiline && !isReadOnly && (hasFormatting || !isPlain) && (
        <WordsTools words={words} hasFormatting={hasFormatting} hasVariables={!isPlain} />
      )}
      <FieldFindings path={path} />
      {props.isLabelHidden && counter && <p className="flex justify-end">{counter}</p>}
    </Field>
  )
}

/** Share of the limit from which on a text of one line is counted. */
const NEAR = 0.6
const NONE: readonly never[] = []
