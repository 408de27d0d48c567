import { needsTranslation } from '@parley/shared'
import { ChevronDown, Languages } from 'lucide-react'
import { useId } from 'react'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { languageName } from '../../../i18n/languageNames.ts'
import { t } from '../../../i18n/t.ts'
import { cn } from '../../../ui/cn.ts'
import { useNodeForm } from '../NodeFormContext.ts'
import { WordsInput, type WordsInputProps } from '../WordsInput.tsx'

interface TranslationsShown {
  readonly isShown: boolean
}

/** Whether translations are unfolded: one choice for all fields, kept in the browser. */
const useTranslationsShown = create<TranslationsShown>()(
  persist((): TranslationsShown => ({ isShown: true }), { name: 'parley.translations' }),
)

/** The text of a field in the flow's further languages; nothing where there is none to write. */
export function Translations(props: WordsInputProps) {
  const { path, value } = props
  const { translation } = useNodeForm()
  const text = path && value.trim() !== '' ? (translation?.textAt(path) ?? null) : null
  if (!translation || !text) return null
  return <Fields {...props} translation={translation} text={text} />
}

type Scope = NonNullable<ReturnType<typeof useNodeForm>['translation']>

function Fields({
  translation: { languages, write },
  text: { key, texts },
  // The linter's findings and the help are about the main text, and stand there.
  path: _path,
  help: _help,
  ...props
}: WordsInputProps & {
  translation: Scope
  text: NonNullable<ReturnType<Scope['textAt']>>
}) {
  const isShown = useTranslationsShown((state) => state.isShown)
  const id = useId()
  const isMissing = (language: string) =>
    needsTranslation(props.value) && (texts[language] ?? '').trim() === ''
  const missing = languages.filter(isMissing)
  return (
    <div className="-mt-2 flex min-w-0 flex-col gap-2">
      <button
        type="button"
        aria-expanded={isShown}
        aria-controls={id}
        onClick={() => useTranslationsShown.setState({ isShown: !isShown })}
        className="-ms-1 inline-flex h-7 items-center gap-1.5 self-start rounded-control px-1 text-xs font-medium text-ink-muted hover:bg-hover hover:text-ink"
      >
        <Languages className="size-3.5" aria-hidden />
        <span className="sr-only">{t('languages.fieldsOf', { label: props.label })}</span>
        {missing.length === 0
          ? t('languages.translated')
          : t('languages.missingIn', { languages: missing.map(languageName).join(', ') })}
        {missing.length > 0 && (
          <span className="size-1.5 rounded-full bg-warning" aria-hidden data-missing />
        )}
        <ChevronDown
          className={cn('size-3.5 transition-transform', isShown && 'rotate-180')}
          aria-hidden
        />
      </button>
      <div
        id={id}
        hidden={!isShown}
        className={cn('flex flex-col gap-3 border-s-2 border-line ps-3', !isShown && 'hidden')}
      >
        {languages.map((language) => (
          <WordsInput
            key={language}
            {...props}
            isLabelHidden={false}
            label={t('languages.fieldIn', { label: props.label, language: languageName(language) })}
            value={texts[language] ?? ''}
            placeholder={isMissing(language) ? props.value : ''}
            rows={Math.min(props.rows ?? 2, 2)}
            onChange={(next) => write(key, language, next)}
          />
        ))}
      </div>
    </div>
  )
}
