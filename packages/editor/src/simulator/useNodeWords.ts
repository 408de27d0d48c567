import { useStore } from 'zustand'
import type { FlowEditor } from '../canvas/FlowEditor.ts'
import { geometryOf } from '../canvas/geometry.ts'
import { handleLabel } from '../canvas/handleLabel.ts'
import { nodeTitle } from '../nodes/nodeTitle.ts'

/** What nodes and their ways out are called now; the id of one that is gone. */
export function useNodeWords({ flow }: Pick<FlowEditor, 'flow'>) {
  const nodesById = useStore(flow, (state) => state.nodesById)
  return {
    hasNode: (nodeId: string) => nodesById.has(nodeId),
    typeOf: (nodeId: string) => nodesById.get(nodeId)?.type ?? '',
    titleOf: (nodeId: string): string => {
      const node = nodesById.get(nodeId)
      return node ? nodeTitle(node) : nodeId
    },
    handleOf: (nodeId: string, handleId: string): string => {
      const node = nodesById.get(nodeId)
      const outlet = node && geometryOf(node).outlets.find(({ handle }) => handle.id === handleId)
      return outlet ? handleLabel(outlet.handle) : handleId
    },
  }
}

export type NodeWords = ReturnType<typeof useNodeWords>
