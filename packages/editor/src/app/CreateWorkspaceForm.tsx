import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { meQuery } from '../api/auth.ts'
import { createWorkspace } from '../api/workspaces.ts'
import { t } from '../i18n/t.ts'
import { Field } from '../ui/Field.tsx'
import { Input } from '../ui/Input.tsx'
import { useSwitchWorkspace } from './useSwitchWorkspace.ts'

/** Asks for a name, makes the workspace and goes there. The button that submits it stands elsewhere, by `formId`. */
export function CreateWorkspaceForm({ formId, onDone }: { formId: string; onDone?: () => void }) {
  const [name, setName] = useState('')
  const client = useQueryClient()
  const switchWorkspace = useSwitchWorkspace()
  const create = useMutation({
    mutationKey: [formId],
    mutationFn: createWorkspace,
    onSuccess: async (workspace) => {
      await client.fetchQuery({ ...meQuery, staleTime: 0 })
      onDone?.()
      await switchWorkspace(workspace.id)
    },
  })
  return (
    <form
      id={formId}
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim()) create.mutate(name.trim())
      }}
    >
      <Field label={t('shell.workspace.name')}>
        <Input
          value={name}
          onChange={(event) => setName(event.target.value)}
          placeholder={t('shell.workspace.namePlaceholder')}
          maxLength={100}
          required
        />
      </Field>
    </form>
  )
}
