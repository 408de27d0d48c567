import { CloudOff } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

/** In place of content that could not be loaded. */
export function LoadError({
  error,
  onRetry,
  size = 'page',
}: {
  error: Error
  onRetry: () => void
  size?: 'page' | 'panel'
}) {
  return (
    <div role="alert">
      <EmptyState
        size={size}
        icon={<CloudOff />}
        title={t('errors.loadFailed')}
        actions={<Button onClick={onRetry}>{t('common.retry')}</Button>}
      >
        {error.message}
      </EmptyState>
    </div>
  )
}
