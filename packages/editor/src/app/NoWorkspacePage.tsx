import { useIsMutating } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { CreateWorkspaceForm } from './CreateWorkspaceForm.tsx'
import { useLogout } from './useLogout.ts'

const FORM_ID = 'first-workspace'

/** For somebody who belongs to no workspace (any more). */
export function NoWorkspacePage() {
  const isBusy = useIsMutating({ mutationKey: [FORM_ID] }) > 0
  const logout = useLogout()
  return (
    <main>
      <EmptyState icon={<Building2 />} title={t('shell.workspace.noneTitle')}>
        <p>{t('shell.workspace.noneHelp')}</p>
        <div className="mt-6 w-72 max-w-full text-start">
          <CreateWorkspaceForm formId={FORM_ID} />
          <div className="mt-4 flex justify-between gap-2">
            <Button variant="ghost" onClick={logout}>
              {t('shell.user.logout')}
            </Button>
            <Button type="submit" form={FORM_ID} variant="primary" isBusy={isBusy}>
              {t('common.create')}
            </Button>
          </div>
        </div>
      </EmptyState>
    </main>
  )
}
