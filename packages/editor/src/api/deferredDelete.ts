import { create } from 'zustand'
import { t } from '../i18n/t.ts'
import { dismissToast, toast } from '../ui/toast.ts'

/**
 * Deleting with time to change one's mind: the thing disappears from lists at once, a toast offers to undo it, and the server
 * hears of it when the toast goes away, or the page does.
 */
interface DeferredState {
  /** Things that lists should not show any more. */
  readonly hiddenIds: ReadonlySet<string>
}
export const useDeferredDeletes = create<DeferredState>(() => ({ hiddenIds: new Set() }))

interface Deferred {
  readonly toastId: number
  readonly commit: () => void
}
const waiting = new Map<string, Deferred>()

export function deleteWithUndo({
  id,
  title,
  remove,
}: {
  id: string
  /** What the toast says. */
  title: string
  /** Deletes on the server; the lists' caches are up to date when it resolves. */
  remove: () => Promise<unknown>
}): void {
  hide(id)
  const commit = () => {
    waiting.delete(id)
    remove()
      .catch((error: unknown) =>
        toast({ title: error instanceof Error ? error.message : String(error), tone: 'danger' }),
      )
      .finally(() => show(id))
  }
  const undo = () => {
    waiting.delete(id)
    show(id)
  }
  const toastId = toast({
    title,
    action: { label: t('common.undo'), onClick: undo },
    onExpire: commit,
  })
  waiting.set(id, { toastId, commit })
}

/** Carries out what still waits; DELETE requests outlive the page (`keepalive`). */
function commitAll(): void {
  for (const { toastId, commit } of waiting.values()) {
    dismissToast(toastId, 'acted')
    commit()
  }
}
window.addEventListener('pagehide', commitAll)

const hide = (id: string) =>
  useDeferredDeletes.setState(({ hiddenIds }) => ({ hiddenIds: new Set([...hiddenIds, id]) }))

const show = (id: string) =>
  useDeferredDeletes.setState(({ hiddenIds }) => ({
    hiddenIds: new Set([...hiddenIds].filter((other) => other !== id)),
  }))
