import { isNodeType, type NodeType } from '@parley/shared'

/** What a palette entry carries while it is dragged. The type is part of the name, so that it can be seen on the way. */
export const DRAGGED_TYPE = 'application/x-parley-node'

/** The node type that was dropped; null when it was something else. */
export function draggedType(data: DataTransfer): NodeType | null {
  const type = data.getData(DRAGGED_TYPE)
  return isNodeType(type) ? type : null
}
