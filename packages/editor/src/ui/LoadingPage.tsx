import { t } from '../i18n/t.ts'
import { Logo } from './Logo.tsx'

/** While the first page is on its way. */
export const LoadingPage = () => (
  <output className="flex min-h-dvh items-center justify-center">
    <Logo className="size-12 animate-shimmer" />
    <span className="sr-only">{t('common.loading')}</span>
  </output>
)
