import type { DraftFlow } from '../draftFlow.ts'
import { definitionOf, type FlowNode, isNodeType } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'

type Edge = DraftFlow['edges'][number]

/** Edges and jumps whose ends do not exist, or cannot be connected. Handles are judged only where the node's data is valid. */
export function lintEdges(draft: DraftFlow, nodes: readonly FlowNode[]): readonly FlowProblem[] {
  const typesById = new Map(draft.nodes.map(({ id, type }) => [id, type]))
  const handlesById = new Map(
    nodes.map(({ id, type, data }) => [
      id,
      new Set(
        definitionOf(type)
          .handles(data)
          .map((handle) => handle.id),
      ),
    ]),
  )
  const taken = new Set<string>()
  const edgeProblems = draft.edges.flatMap((edge): readonly FlowProblem[] => {
    const problem = findProblem(edge, { typesById, handlesById, taken })
    taken.add(startOf(edge))
    return problem === null ? [] : [problem]
  })
  return [
    ...edgeProblems,
    ...nodes.flatMap((node) => [...lintHandles(node), ...lintJumps(node, typesById)]),
  ]
}

interface Known {
  readonly typesById: ReadonlyMap<string, string>
  readonly handlesById: ReadonlyMap<string, ReadonlySet<string>>
  /** Handles that an earlier edge leaves from. */
  readonly taken: ReadonlySet<string>
}

const startOf = ({ source, sourceHandle }: Edge) => JSON.stringify([source, sourceHandle])

function findProblem(edge: Edge, { typesById, handlesById, taken }: Known): FlowProblem | null {
  const { source, sourceHandle, target } = edge
  const targetType = typesById.get(target)
  if (!typesById.has(source)) {
    return toProblem(edge, 'unknownSource', 'An edge begins at a node that is not there any more.')
  }
  const where = { nodeId: source, nodeType: typesById.get(source) ?? '' }
  if (targetType === undefined) {
    return {
      ...toProblem(edge, 'unknownTarget', 'An edge leads to a node that is not there any more.'),
      ...where,
    }
  }
  if (!hasInput(targetType)) {
    return {
      ...toProblem(edge, 'noInput', `No edge can lead to a node of the type “${targetType}”.`),
      ...where,
    }
  }
  if (handlesById.get(source)?.has(sourceHandle) === false) {
    const message = `An edge leaves by “${sourceHandle}”, which this node does not have (any more).`
    return { ...toProblem(edge, 'unknownHandle', message), ...where }
  }
  if (taken.has(startOf(edge))) {
    const message = `Two edges leave by “${sourceHandle}”; only the first counts.`
    return { ...toProblem(edge, 'secondEdge', message), ...where, severity: 'warning' }
  }
  return null
}

const hasInput = (type: string) => !isNodeType(type) || definitionOf(type).hasInput

const toProblem = ({ id }: Edge, code: string, message: string): FlowProblem => ({
  severity: 'error',
  code,
  message,
  edgeId: id,
})

/** An option that is called like a handle of the node's own, such as `noReply`, could not be told from it. */
function lintHandles({ id, type, data }: FlowNode): readonly FlowProblem[] {
  const ids = definitionOf(type)
    .handles(data)
    .map((handle) => handle.id)
  const taken = new Set(ids.filter((each, index) => ids.indexOf(each) !== index))
  return [...taken].map((handle) => ({
    severity: 'error',
    code: 'duplicateHandle',
    message: `The id “${handle}” is taken by another handle of this node; give the option another.`,
    nodeId: id,
    nodeType: type,
    handle,
  }))
}

function lintJumps(
  { id, type, data }: FlowNode,
  typesById: ReadonlyMap<string, string>,
): readonly FlowProblem[] {
  return (definitionOf(type).jumpsTo?.(data) ?? []).flatMap((target): readonly FlowProblem[] => {
    const targetType = typesById.get(target)
    if (targetType !== undefined && hasInput(targetType)) return []
    return [
      {
        severity: 'error',
        code: 'unknownTarget',
        message:
          targetType === undefined
            ? 'The node to jump to is not there any more; choose another.'
            : `Nothing can jump to a node of the type “${targetType}”.`,
        nodeId: id,
        nodeType: type,
        field: ['nodeId'],
      },
    ]
  })
}
