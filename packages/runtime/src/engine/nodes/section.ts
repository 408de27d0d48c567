import type { NodeBehaviour } from '../types.ts'

/** Nothing leads to a section, so this is never reached; a session that were here would have nowhere to go. */
export const section: NodeBehaviour<'section'> = {
  enter: () => ({ do: 'end' }),
}
