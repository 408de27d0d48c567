import { t } from '../i18n/t.ts'
import { Spinner } from './Spinner.tsx'

/** In place of a part of the page that is on its way. */
export const LoadingPane = () => (
  <output className="flex flex-1 items-center justify-center text-ink-faint">
    <Spinner size="lg" />
    <span className="sr-only">{t('common.loading')}</span>
  </output>
)
