import { useNow } from '../../ui/useNow.ts'

const SECOND_MS = 1_000

/** Whole seconds until an instant, counted down; never below 0. */
export function useCountdown(until: string | undefined): number {
  const now = useNow(SECOND_MS)
  return until ? Math.max(0, Math.ceil((Date.parse(until) - now) / SECOND_MS)) : 0
}
