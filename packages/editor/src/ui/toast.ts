import { create } from 'zustand'

export interface ToastMessage {
  readonly id: number
  readonly title: string
  readonly description?: string
  readonly tone: 'neutral' | 'success' | 'danger'
  /** One thing to do about it: "Undo", "Try again". */
  readonly action?: { readonly label: string; readonly onClick: () => void }
  readonly durationMs: number
  /** Called once when the toast goes away without its action having been used. */
  readonly onExpire?: () => void
}

export type ToastRequest = Pick<ToastMessage, 'title'> & Partial<Omit<ToastMessage, 'id' | 'title'>>

const DURATION_MS = 5_000
const DURATION_WITH_ACTION_MS = 8_000
const MAX_SHOWN = 4

interface ToastState {
  readonly toasts: readonly ToastMessage[]
}

export const useToasts = create<ToastState>(() => ({ toasts: [] }))

let lastId = 0

/** Says something in passing. Returns its id, for `dismissToast`. */
export function toast(request: ToastRequest): number {
  // The same news twice is shown once: the newer one, for its whole time.
  const same = useToasts.getState().toasts.find(({ title, description, action, onExpire }) => {
    const isPlain = !action && !onExpire && !request.action && !request.onExpire
    return isPlain && title === request.title && description === request.description
  })
  if (same) dismissToast(same.id)
  lastId += 1
  const message: ToastMessage = {
    tone: 'neutral',
    durationMs: request.action ? DURATION_WITH_ACTION_MS : DURATION_MS,
    ...request,
    id: lastId,
  }
  const toasts = [...useToasts.getState().toasts, message]
  for (const pushedOut of toasts.slice(0, -MAX_SHOWN)) pushedOut.onExpire?.()
  useToasts.setState({ toasts: toasts.slice(-MAX_SHOWN) })
  return message.id
}

/** Takes a toast away. `expired` runs its `onExpire`; `acted` does not. */
export function dismissToast(id: number, why: 'expired' | 'acted' = 'acted'): void {
  const { toasts } = useToasts.getState()
  const gone = toasts.find((message) => message.id === id)
  if (!gone) return
  useToasts.setState({ toasts: toasts.filter((message) => message.id !== id) })
  if (why === 'expired') gone.onExpire?.()
}
