import { useMemo } from 'react'
import { useFlow } from '../../canvas/FlowEditor.ts'
import { type VariableChoice, variablesOf } from '../../nodes/form/words/variables.ts'
import { nodeTitle } from '../../nodes/nodeTitle.ts'

/** Everything that can be put between {{ and }} in the open flow. */
export function useFlowVariables(): readonly VariableChoice[] {
  const nodes = useFlow((state) => state.nodes)
  const variables = useFlow((state) => state.variables)
  return useMemo(() => {
    const titles = new Map(nodes.map((each) => [each.id, nodeTitle(each)]))
    return variablesOf({ nodes, variables, edges: [], settings: {} }, (id) => titles.get(id) ?? '')
  }, [nodes, variables])
}
