import { Compass, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { isRouteErrorResponse, Link, useRouteError } from 'react-router'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

const RELOADED_KEY = 'parley.reloadedAt'
const RELOAD_AGAIN_MS = 60_000

/** In place of a page that broke. */
export function ErrorPage() {
  const error = useRouteError()
  const isOutdated = error instanceof Error && isMissingChunk(error)
  useEffect(() => {
    if (isOutdated) reloadOnce()
  }, [isOutdated])
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />
  return (
    <div role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        title={t('errors.unexpected')}
        actions={
          <Button variant="primary" onClick={() => location.reload()}>
            {t('errors.reload')}
          </Button>
        }
      >
        <p>{t('errors.unexpectedHelp')}</p>
        <details className="mt-4 text-start">
          <summary className="cursor-pointer text-center text-xs">{t('errors.details')}</summary>
          <pre className="mt-2 max-h-48 overflow-auto rounded-control bg-sunken p-3 text-xs whitespace-pre-wrap">
            {error instanceof Error ? error.message : String(error)}
          </pre>
        </details>
      </EmptyState>
    </div>
  )
}

export const NotFoundPage = () => (
  <EmptyState
    icon={<Compass />}
    title={t('errors.notFound')}
    actions={
      <Button asChild>
        <Link to="/flows">{t('errors.goHome')}</Link>
      </Button>
    }
  >
    {t('errors.notFoundHelp')}
  </EmptyState>
)

/** The server was updated while this tab was open: the old files are gone. */
const isMissingChunk = (error: Error) =>
  /dynamically imported module|importing a module script failed|unable to preload/iu.test(
    error.message,
  )

function reloadOnce(): void {
  try {
    const last = Number(sessionStorage.getItem(RELOADED_KEY) ?? 0)
    if (Date.now() - last < RELOAD_AGAIN_MS) return
    sessionStorage.setItem(RELOADED_KEY, String(Date.now()))
  } catch {
    // Without storage nothing would stop a loop of reloads.
    return
  }
  location.reload()
}
