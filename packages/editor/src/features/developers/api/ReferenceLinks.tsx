import { BookOpen, Braces } from 'lucide-react'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'

/** The server's own documents; they are no pages of the editor. */
export const ReferenceLinks = () => (
  <div className="flex flex-wrap items-center gap-3">
    <Button asChild>
      <a href="/docs" target="_blank" rel="noreferrer">
        <BookOpen aria-hidden />
        {t('developers.api.docs')}
      </a>
    </Button>
    <Button asChild>
      <a href="/openapi.json" target="_blank" rel="noreferrer">
        <Braces aria-hidden />
        {t('developers.api.openApi')}
      </a>
    </Button>
    <span className="text-[0.8125rem] text-ink-muted">{t('developers.api.openApiHelp')}</span>
  </div>
)
