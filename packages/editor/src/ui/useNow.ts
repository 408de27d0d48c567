import { useCallback, useSyncExternalStore } from 'react'

/** The time in epoch milliseconds, in steps of `stepMs`: the component draws itself anew with each step. */
export function useNow(stepMs: number): number {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const timer = setInterval(onChange, stepMs)
      return () => clearInterval(timer)
    },
    [stepMs],
  )
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / stepMs) * stepMs)
}
