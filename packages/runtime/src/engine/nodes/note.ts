import type { NodeBehaviour } from '../types.ts'

/** Nothing leads to a note, so this is never reached; a session that were here would have nowhere to go. */
export const note: NodeBehaviour<'note'> = {
  enter: () => ({ do: 'end' }),
}
