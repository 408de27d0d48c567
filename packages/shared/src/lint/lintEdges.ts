import type { Draft } from '../draft/draft.ts'
import { definitionOf, isNodeType } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { finding } from './finding.ts'
import type { NodeFacts } from './nodeFacts.ts'

type Edge = Draft['edges'][number]

/** Edges and jumps whose ends do not exist, or cannot be connected. Handles are judged only where the node's data is valid. */
export function lintEdges(draft: Draft, facts: readonly NodeFacts[]): readonly FlowProblem[] {
  const typesById = new Map(draft.nodes.map(({ id, type }) => [id, type]))
  const handlesById = new Map(
    facts.flatMap(({ read, handles }) =>
      read.value === null ? [] : [[read.value.id, new Set(handles.map(({ id }) => id))] as const],
    ),
  )
  const taken = new Set<string>()
  const edgeProblems = draft.edges.flatMap((edge): readonly FlowProblem[] => {
    const problem = findProblem(edge, { typesById, handlesById, taken })
    taken.add(startOf(edge))
    return problem === null ? [] : [problem]
  })
  return [
    ...edgeProblems,
    ...facts.flatMap((each) => [...lintHandles(each), ...lintJumps(each, typesById)]),
  ]
}

interface Known {
  readonly typesById: ReadonlyMap<string, string>
  readonly handlesById: ReadonlyMap<string, ReadonlySet<string>>
  /** Handles that an earlier edge leaves from. */
  readonly taken: ReadonlySet<string>
}

const startOf = ({ source, sourceHandle }: Edge) => `${source}\n${sourceHandle}`

function findProblem(edge: Edge, { typesById, handlesById, taken }: Known): FlowProblem | null {
  const { source, sourceHandle, target } = edge
  const targetType = typesById.get(target)
  if (!typesById.has(source)) {
    return { ...finding('error', 'unknownSource', {}), edgeId: edge.id }
  }
  const where = { nodeId: source, nodeType: typesById.get(source) ?? '', edgeId: edge.id }
  if (targetType === undefined) return { ...finding('error', 'unknownTarget', {}), ...where }
  if (!hasInput(targetType)) {
    return { ...finding('error', 'noInput', { type: targetType }), ...where }
  }
  if (handlesById.get(source)?.has(sourceHandle) === false) {
    return { ...finding('error', 'unknownHandle', { handle: sourceHandle }), ...where }
  }
  if (taken.has(startOf(edge))) {
    return { ...finding('warning', 'secondEdge', { handle: sourceHandle }), ...where }
  }
  return null
}

const hasInput = (type: string) => !isNodeType(type) || definitionOf(type).hasInput

/** An option that is called like a handle of the node's own, such as `noReply`, could not be told from it. */
function lintHandles({ read, handles }: NodeFacts): readonly FlowProblem[] {
  if (read.value === null) return []
  const { id: nodeId, type: nodeType } = read.value
  const ids = handles.map(({ id }) => id)
  const taken = new Set(ids.filter((each, index) => ids.indexOf(each) !== index))
  return [...taken].map((handle) => ({
    ...finding('error', 'duplicateHandle', { handle }),
    nodeId,
    nodeType,
    handle,
  }))
}

function lintJumps(
  { read, jumpsTo }: NodeFacts,
  typesById: ReadonlyMap<string, string>,
): readonly FlowProblem[] {
  return jumpsTo.flatMap((target): readonly FlowProblem[] => {
    const targetType = typesById.get(target)
    if (targetType !== undefined && hasInput(targetType)) return []
    return [
      {
        ...(targetType === undefined
          ? finding('error', 'unknownJump', {})
          : finding('error', 'noJumpThere', { type: targetType })),
        nodeId: read.value?.id ?? '',
        nodeType: read.value?.type ?? '',
        field: ['nodeId'],
      },
    ]
  })
}
