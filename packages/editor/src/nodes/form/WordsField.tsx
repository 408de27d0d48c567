import { countText, type TextLimit } from '@parley/shared'
import { Bold, Braces, Code, Italic, Strikethrough } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { Field } from '../../ui/Field.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Input } from '../../ui/Input.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { complete, matching, type Opening, openingAt, toggleMark } from './completion.ts'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'
import { useSteadyCaret } from './useSteadyCaret.ts'

type TextControl = HTMLTextAreaElement | HTMLInputElement

export interface WordsFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** Where the value is in the node's data, for showing what the linter says about it. */
  path?: FieldPath
  help?: ReactNode
  placeholder?: string
  /** What the channel shows; a counter appears as the text comes near. */
  limit?: TextLimit | null | undefined
  isMultiline?: boolean
  /** Buttons for bold, italic and so on, as WhatsApp has them. */
  hasFormatting?: boolean
  isLabelHidden?: boolean
  isCode?: boolean
  rows?: number
  /** Plain words: no variables. */
  isPlain?: boolean
  autoFocus?: boolean
}

/** A text of the author's: `{{` offers variables, a counter watches the channel's limit. */
export function WordsField(props: WordsFieldProps) {
  const { label, value, onChange, path, help, limit, isMultiline = false, isPlain = false } = props
  const { variables, isReadOnly } = useNodeForm()
  const error = useFieldError(path)
  const control = useRef<TextControl | null>(null)
  const caretAfter = useRef<{ start: number; end: number } | null>(null)
  const noteCaret = useSteadyCaret(control, value)
  const [opening, setOpening] = useState<Opening | null>(null)
  const [active, setActive] = useState(0)
  const listId = useId()
  const choices = opening && !isPlain ? matching(variables, opening.typed).slice(0, 50) : []

  useLayoutEffect(() => {
    if (!caretAfter.current) return
    control.current?.setSelectionRange(caretAfter.current.start, caretAfter.current.end)
    caretAfter.current = null
  })

  const look = (element: TextControl) => {
    const caret = element.selectionStart ?? 0
    setOpening(element.selectionEnd === caret ? openingAt(element.value, caret) : null)
    setActive(0)
  }
  const take = (name: string) => {
    if (!opening) return
    const filled = complete(value, opening, name)
    caretAfter.current = { start: filled.caret, end: filled.caret }
    setOpening(null)
    onChange(filled.text)
    control.current?.focus()
  }
  const insertVariable = () => {
    const element = control.current
    if (!element) return
    const caret = element.selectionEnd ?? value.length
    const text = `${value.slice(0, caret)}{{${value.slice(caret)}`
    caretAfter.current = { start: caret + 2, end: caret + 2 }
    element.focus()
    onChange(text)
    setOpening({ from: caret, caret: caret + 2, typed: '' })
    setActive(0)
  }
  const mark = (sign: string) => {
    const element = control.current
    if (!element) return
    const marked = toggleMark(
      value,
      { start: element.selectionStart ?? 0, end: element.selectionEnd ?? 0 },
      sign,
    )
    caretAfter.current = { start: marked.start, end: marked.end }
    element.focus()
    onChange(marked.text)
  }
  const onKeyDown = (event: KeyboardEvent<TextControl>) => {
    if (choices.length === 0) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setActive((active + step + choices.length) % choices.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(choices[active]?.name ?? '')
    else if (event.key === 'Escape') setOpening(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const shared = {
    value,
    placeholder: props.placeholder,
    readOnly: isReadOnly,
    autoFocus: props.autoFocus,
    dir: props.isCode ? ('ltr' as const) : ('auto' as const),
    spellCheck: !props.isCode,
    className: cn(props.isCode && 'font-mono md:text-[0.8125rem]'),
    onKeyDown,
    onBlur: () => setOpening(null),
    ...(choices.length > 0 && {
      'aria-controls': listId,
      'aria-activedescendant': `${listId}-${active}`,
      'aria-autocomplete': 'list' as const,
    }),
    onChange: (event: { currentTarget: TextControl }) => {
      noteCaret(event.currentTarget)
      onChange(event.currentTarget.value)
      look(event.currentTarget)
    },
    onSelect: (event: { currentTarget: TextControl }) => {
      noteCaret(event.currentTarget)
      look(event.currentTarget)
    },
  }
  return (
    <Field
      label={label}
      help={help}
      error={error}
      aside={<Counter value={value} limit={limit} />}
      {...(props.isLabelHidden && { isLabelHidden: true })}
    >
      <div className="relative">
        {isMultiline ? (
          <Textarea
            ref={(element) => {
              control.current = element
            }}
            rows={props.rows ?? 3}
            {...shared}
          />
        ) : (
          <Input
            ref={(element) => {
              control.current = element
            }}
            {...shared}
          />
        )}
        {choices.length > 0 && (
          <ul
            id={listId}
            role="listbox"
            aria-label={t('nodes.form.variables')}
            className="absolute inset-x-0 top-full z-30 mt-1 max-h-56 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-pop"
          >
            {choices.map((choice, index) => (
              <li
                key={choice.name}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                className={cn(
                  'flex cursor-default items-baseline justify-between gap-3 rounded-md px-2 py-1.5',
                  index === active && 'bg-hover',
                )}
                onPointerDown={(event) => {
                  // The field keeps the focus.
                  event.preventDefault()
                  take(choice.name)
                }}
                onPointerEnter={() => setActive(index)}
              >
                <span className="truncate font-mono text-[0.8125rem] text-ink" dir="ltr">
                  {choice.name}
                </span>
                <span className="truncate text-xs text-ink-faint">{choice.description}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
      {isMultiline && !isPlain && !isReadOnly && (
        <div className="-mt-0.5 flex items-center gap-0.5">
          {props.hasFormatting &&
            MARKS.map(({ key, sign, Icon }) => (
              <IconButton
                key={key}
                size="sm"
                label={t(`nodes.form.${key}`)}
                icon={<Icon />}
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => mark(sign)}
              />
            ))}
          <IconButton
            size="sm"
            className="ms-auto"
            label={t('nodes.form.insertVariable')}
            icon={<Braces />}
            onPointerDown={(event) => event.preventDefault()}
            onClick={insertVariable}
          />
        </div>
      )}
    </Field>
  )
}

/** WhatsApp's marks; channels without formatting get them taken out when sending. */
const MARKS = [
  { key: 'bold', sign: '*', Icon: Bold },
  { key: 'italic', sign: '_', Icon: Italic },
  { key: 'strike', sign: '~', Icon: Strikethrough },
  { key: 'monospace', sign: '```', Icon: Code },
] as const

/** Share of the limit from which on the counter is shown. */
const NEAR = 0.6

function Counter({ value, limit }: { value: string; limit: TextLimit | null | undefined }) {
  if (!limit) return null
  const used = countText(value, limit.unit)
  if (used < limit.max * NEAR) return null
  const key = limit.unit === 'bytes' ? 'nodes.form.counterBytes' : 'nodes.form.counter'
  const isTooLong = used > limit.max
  return (
    <span
      className={cn(isTooLong && 'font-medium text-warning')}
      title={isTooLong ? t('nodes.form.tooLong', { max: limit.max }) : undefined}
    >
      {t(key, { used, max: limit.max })}
    </span>
  )
}
