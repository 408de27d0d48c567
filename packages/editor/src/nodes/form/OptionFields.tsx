import { type ReactNode, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { type FieldPath, useFieldError, useNodeForm } from './NodeFormContext.ts'
import { WordsField } from './WordsField.tsx'
import type { LimitOf } from './words/limits.ts'

export interface Option {
  readonly id: string
  readonly title: string
  readonly synonyms: readonly string[]
}

/** The title of an option, and folded below it the other words that mean it. */
export function OptionFields<Item extends Option>({
  option,
  label,
  path,
  limit,
  onChange,
  children,
}: {
  option: Item
  label: string
  path: FieldPath
  limit: LimitOf
  onChange: (option: Item) => void
  /** Further fields, folded away as well. */
  children?: ReactNode
}) {
  const title = option.title || t('nodes.form.untitled')
  return (
    <>
      <WordsField
        label={label}
        isLabelHidden
        placeholder={label}
        value={option.title}
        path={[...path, 'title']}
        limit={limit}
        onChange={(next) => onChange({ ...option, title: next })}
      />
      <details className="text-[0.8125rem]" open={option.synonyms.length > 0}>
        <summary className="w-fit cursor-pointer rounded-md text-xs text-ink-faint hover:text-ink">
          {t('nodes.form.moreOfOption', { title })}
        </summary>
        <div className="flex flex-col gap-3 pt-2">
          {children}
          <SynonymsField
            label={t('nodes.form.synonyms', { title })}
            synonyms={option.synonyms}
            path={[...path, 'synonyms']}
            onChange={(synonyms) => onChange({ ...option, synonyms })}
          />
        </div>
      </details>
    </>
  )
}

/** Words with commas between them; what is being typed stays as typed until the box is left. */
function SynonymsField({
  label,
  synonyms,
  path,
  onChange,
}: {
  label: string
  synonyms: readonly string[]
  path: FieldPath
  onChange: (synonyms: string[]) => void
}) {
  const { isReadOnly } = useNodeForm()
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <Field
      label={label}
      name={path.join('.')}
      help={t('nodes.form.synonymsHelp')}
      error={useFieldError(path)}
    >
      <Input
        value={typed ?? synonyms.join(', ')}
        readOnly={isReadOnly}
        placeholder={t('nodes.form.synonymsPlaceholder')}
        dir="auto"
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(wordsOf(event.target.value))
        }}
        onBlur={() => setTyped(null)}
      />
    </Field>
  )
}

const wordsOf = (typed: string): string[] =>
  typed
    .split(/[,،、;]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
