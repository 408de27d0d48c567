import type { Draft } from '../draft/draft.ts'
import { checkLiquid, liquidVariables } from '../liquid.ts'
import type { Handle } from '../nodes/defineNode.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'
import { type FlowProblem, type Read, readNode } from '../parseFlow.ts'
import { finding } from './finding.ts'

type DraftNode = Draft['nodes'][number]

/** Everything that the linter knows of a node by itself, whatever stands around it. */
export interface NodeFacts {
  readonly read: Read<FlowNode>
  /** Empty while the node's data is broken, like all that follows. */
  readonly handles: readonly Handle[]
  readonly jumpsTo: readonly string[]
  readonly assigns: readonly string[]
  /** What the definition of its type says, and broken templates. */
  readonly findings: readonly FlowProblem[]
  /** Names that its templates and rules read. */
  readonly reads: readonly { readonly name: string; readonly field?: FlowProblem['field'] }[]
}

interface Known {
  readonly node: DraftNode
  readonly facts: NodeFacts
}

/** An editor keeps the data of a node the same until it changes, and checking a thousand nodes takes long. */
const knownByData = new WeakMap<object, Known>()

/** The facts of a node; looked up where the same data was seen before. */
export function factsOf(node: DraftNode): NodeFacts {
  const known = knownByData.get(node.data)
  if (known && isSame(known.node, node)) return known.facts
  const facts = collectFacts(node)
  knownByData.set(node.data, { node, facts })
  return facts
}

const isSame = (a: DraftNode, b: DraftNode): boolean =>
  a.id === b.id && a.type === b.type && a.name === b.name && a.translations === b.translations

function collectFacts(node: DraftNode): NodeFacts {
  const read = readNode(node)
  if (read.value === null) {
    return { read, handles: [], jumpsTo: [], assigns: [], findings: [], reads: [] }
  }
  const { id: nodeId, type: nodeType, data } = read.value
  const definition = definitionOf(nodeType)
  const where = { nodeId, nodeType }
  const templates = definition.templates(data).map(({ path, source }) => ({
    field: path,
    problem: checkLiquid(source),
    names: liquidVariables(source),
  }))
  return {
    read,
    handles: definition.handles(data),
    jumpsTo: definition.jumpsTo?.(data) ?? [],
    assigns: definition.assigns(data),
    findings: [
      ...(definition.lint?.(data) ?? []).map((each) => ({ ...each, ...where })),
      ...templates.flatMap(({ field, problem }) =>
        problem === null
          ? []
          : [{ ...finding('error', 'invalidLiquid', { problem }), ...where, field }],
      ),
    ],
    reads: [
      ...templates.flatMap(({ field, names }) => names.map((name) => ({ name, field }))),
      ...[...new Set(definition.reads?.(data) ?? [])].map((name) => ({ name })),
    ],
  }
}
