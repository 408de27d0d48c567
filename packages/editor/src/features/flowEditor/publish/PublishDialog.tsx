import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { flowQuery, publishFlow } from '../../../api/flows.ts'
import { numbersQuery } from '../../../api/numbers.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'

export interface PublishDialogProps {
  readonly editor: FlowEditor
  readonly flowId: string
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Lets the flow answer on numbers. */
export function PublishDialog({ flowId, isOpen, onClose }: PublishDialogProps) {
  const client = useQueryClient()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const { data: numbers = [] } = useQuery({ ...numbersQuery, enabled: isOpen })
  const publish = useMutation({
    mutationFn: () => publishFlow(flowId, { numberIds: [...chosen] }),
    onSuccess: () => client.invalidateQueries({ queryKey: flowQuery(flowId).queryKey }),
  })
  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      title={t('publish.title')}
      footer={
        <Button
          variant="primary"
          isBusy={publish.isPending}
          disabledReason={chosen.length === 0 ? t('publish.chooseOne') : undefined}
          onClick={() => publish.mutate()}
        >
          {t('publish.confirm')}
        </Button>
      }
    >
      {numbers.map(({ id, name }) => (
        <Checkbox
          key={id}
          label={name}
          isChecked={chosen.includes(id)}
          onCheckedChange={(isChecked) =>
            setChosen(isChecked ? [...chosen, id] : chosen.filter((each) => each !== id))
          }
        />
      ))}
    </Dialog>
  )
}
