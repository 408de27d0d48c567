import { type ComponentType, useEffect, useState } from 'react'
import { useToasts } from '../ui/toast.ts'

/** By then the first page is there, on slow lines as well. Not only when there is a toast: it may be one that says that nothing can be fetched. */
const FETCH_AFTER_MS = 6_000

/** Where toasts appear, as a download of its own that no page waits for. */
export function LazyToaster() {
  const [Toaster, setToaster] = useState<ComponentType | null>(null)
  const hasToasts = useToasts(({ toasts }) => toasts.length > 0)
  useEffect(() => {
    if (Toaster) return undefined
    const load = async () => {
      try {
        const module = await import('../ui/Toaster.tsx')
        setToaster(() => module.Toaster)
      } catch {
        // The connection was lost so early that there is no place to say it; the banner of the frame does.
      }
    }
    const timer = setTimeout(() => void load(), hasToasts ? 0 : FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [Toaster, hasToasts])
  return Toaster && <Toaster />
}
