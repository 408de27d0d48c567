import type { Template } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { deleteTemplate } from '../../api/templates.ts'
import { t } from '../../i18n/t.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { toast } from '../../ui/toast.ts'

/** Asks before it deletes; `dialog` belongs somewhere on the page. */
export function useDeleteTemplate(onDeleted: () => void = () => undefined) {
  const [asking, setAsking] = useState<Template | null>(null)
  const client = useQueryClient()
  const remove = useMutation({
    mutationFn: ({ id }: Template) => deleteTemplate(id),
    onSuccess: async (_, { name }) => {
      toast({ title: t('templates.deleted', { name }) })
      onDeleted()
      await client.invalidateQueries({ queryKey: ['templates'] })
    },
  })
  const dialog = asking && (
    <AlertDialog
      isOpen
      onOpenChange={() => setAsking(null)}
      title={t('templates.deleteTitle', { name: asking.name, language: asking.language })}
      confirmLabel={t('templates.deleteSubmit')}
      onConfirm={() => remove.mutateAsync(asking)}
    >
      {t('templates.deleteHelp')}
    </AlertDialog>
  )
  return { ask: setAsking, dialog }
}
