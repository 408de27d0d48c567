import { type RefObject, useEffect } from 'react'
import { useBlocker } from 'react-router'
import { t } from '../../i18n/t.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'

/** Asks before the page is left while `isChanged` says that something is not saved. */
export function LeaveGuard({ isChanged }: { isChanged: RefObject<boolean> }) {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isChanged.current && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (isChanged.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
  return (
    <AlertDialog
      isOpen={blocker.state === 'blocked'}
      onOpenChange={(isOpen) => !isOpen && blocker.state === 'blocked' && blocker.reset()}
      title={t('templates.edit.unsavedTitle')}
      confirmLabel={t('templates.edit.leave')}
      onConfirm={() => blocker.proceed?.()}
    >
      {t('templates.edit.unsavedHelp')}
    </AlertDialog>
  )
}
