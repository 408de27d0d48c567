import { useCallback, useSyncExternalStore } from 'react'

/** Whether a media query holds, as it changes. For what CSS alone cannot do: a panel that becomes a dialog. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', onChange)
      return () => list.removeEventListener('change', onChange)
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}
