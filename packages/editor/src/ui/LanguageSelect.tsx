import '../i18n/withContactTexts.ts'
import { languageOptions } from '../i18n/languageNames.ts'
import { t } from '../i18n/t.ts'
import { Select } from './Select.tsx'

/** What Radix has instead of an empty value. */
const NONE = 'none'

/** A person's language, or that nobody knows it (an empty text). */
export function LanguageSelect({
  value,
  onChange,
  label,
  isDisabled = false,
}: {
  value: string
  onChange: (language: string) => void
  /** Accessible name when no Field is around it. */
  label?: string
  isDisabled?: boolean
}) {
  return (
    <Select
      value={value === '' ? NONE : value}
      isDisabled={isDisabled}
      options={[{ value: NONE, label: t('contacts.languageUnknown') }, ...languageOptions([value])]}
      onValueChange={(next) => onChange(next === NONE ? '' : next)}
      {...(label !== undefined && { label })}
    />
  )
}
