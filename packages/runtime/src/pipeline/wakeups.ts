import type { Wakeups } from './ports/services.ts'

/** Wake-ups inside one process. Owners in other processes find the work when they next look. */
export function localWakeups(): Wakeups {
  const listeners = new Set<(numberId: string) => void>()
  return {
    notify: (numberId) => {
      for (const listener of listeners) listener(numberId)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
