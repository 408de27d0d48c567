import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useDenied, useWorkspace } from '../../api/access.ts'
import { meQuery } from '../../api/auth.ts'
import { renameWorkspace } from '../../api/workspaces.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { toast } from '../../ui/toast.ts'
import { SettingsCard, SettingsSection } from './SettingsSection.tsx'

/** The workspace's name and id. */
export function WorkspaceSettings() {
  const workspace = useWorkspace()
  const denied = useDenied('owner')
  const [name, setName] = useState(workspace.name)
  const client = useQueryClient()
  const rename = useMutation({
    mutationFn: () => renameWorkspace(workspace.id, name.trim()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meQuery.queryKey })
      toast({ title: t('settings.workspace.saved'), tone: 'success' })
    },
  })
  const isUnchanged = name.trim() === workspace.name || name.trim() === ''
  return (
    <SettingsSection title={t('settings.workspace.title')} help={t('settings.workspace.help')}>
      <SettingsCard>
        <div className="flex max-w-md flex-col gap-5">
          <form
            className="flex items-end gap-2"
            onSubmit={(event) => {
              event.preventDefault()
              if (!isUnchanged && !denied) rename.mutate()
            }}
          >
            <Field label={t('settings.workspace.name')} className="flex-1">
              <Input
                value={name}
                maxLength={100}
                required
                readOnly={Boolean(denied)}
                onChange={(event) => setName(event.target.value)}
              />
            </Field>
            <Button
              type="submit"
              isBusy={rename.isPending}
              disabled={isUnchanged && !denied}
              disabledReason={denied}
            >
              {t('common.save')}
            </Button>
          </form>
          <div>
            <p className="mb-1.5 text-[0.8125rem] font-medium">{t('settings.workspace.id')}</p>
            <CopyField value={workspace.id} label={t('settings.workspace.id')} />
            <p className="mt-1.5 text-[0.8125rem] text-ink-muted">
              {t('settings.workspace.idHelp')}
            </p>
          </div>
        </div>
      </SettingsCard>
    </SettingsSection>
  )
}
