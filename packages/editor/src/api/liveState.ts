import { create } from 'zustand'

/** Whether live updates flow right now; pages may be behind while they do not. */
export const useLiveState = create<{ state: 'off' | 'connecting' | 'open' | 'lost' }>(() => ({
  state: 'off',
}))
