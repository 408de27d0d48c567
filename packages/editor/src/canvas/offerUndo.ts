import { t } from '../i18n/t.ts'
import { dismissToast, type ToastRequest, toast } from '../ui/toast.ts'
import type { FlowEditor } from './FlowEditor.ts'

/**
 * Says what was just done, with a button that takes it back. It goes away with the next edit here: then the button would
 * take back that one instead.
 */
export function offerUndo(
  editor: Pick<FlowEditor, 'history' | 'undo'>,
  said: Omit<ToastRequest, 'action'>,
): void {
  const { store } = editor.history
  const { steps } = store.getState()
  const id = toast({
    ...said,
    action: { label: t('common.undo'), onClick: () => editor.undo() },
  })
  const stop = store.subscribe((now) => {
    if (now.steps === steps) return
    stop()
    dismissToast(id)
  })
}
