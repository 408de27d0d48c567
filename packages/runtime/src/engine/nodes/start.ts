import type { NodeBehaviour } from '../types.ts'

export const start: NodeBehaviour<'start'> = {
  enter: () => ({ do: 'leave', by: 'next' }),
}
