import type { NodeBehaviour } from '../types.ts'

export const goTo: NodeBehaviour<'goTo'> = {
  enter: ({ data }) => ({ do: 'goTo', nodeId: data.nodeId }),
}
