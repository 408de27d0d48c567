import type { CreatedKey } from '@parley/shared/api'
import { create } from 'zustand'

/** The key that was made last, so that the examples can carry it. In memory only: reloading the page forgets it. */
export const useMadeKey = create<{
  readonly made: (Pick<CreatedKey, 'name' | 'key' | 'numberId'> & { workspaceId: string }) | null
}>(() => ({ made: null }))
