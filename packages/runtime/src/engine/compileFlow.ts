import {
  definitionOf,
  type Flow,
  type FlowNode,
  type FlowSettings,
  type JsonValue,
  spokenTexts,
  translateNode,
} from '@parley/shared'

/** A node with what the engine needs to know of it at every visit, looked up once. */
export interface CompiledNode {
  readonly node: FlowNode
  /** Node that each handle leads to. */
  readonly targetsByHandle: ReadonlyMap<string, string>
  /** All handles it can be left by. */
  readonly handles: ReadonlySet<string>
  /** Ids of the options that it lets the contact choose from; empty when it asks for no choice. */
  readonly options: ReadonlySet<string>
  /** Handles where a missing edge is a normal end. */
  readonly optionalHandles: ReadonlySet<string>
  /** The node as it speaks in each further language that it has texts in. */
  readonly translated: ReadonlyMap<string, FlowNode>
  /** Titles of its options in the flow's own language; only of a node that is translated. */
  readonly mainTitles: ReadonlyMap<string, string>
}

/** A flow made ready for stepping. Immutable; one serves all sessions of a flow version. */
export interface CompiledFlow {
  readonly nodesById: ReadonlyMap<string, CompiledNode>
  /** Null when the flow has no start: a session of it ends at once. */
  readonly startNodeId: string | null
  /** Values that declared variables begin with. */
  readonly variables: Readonly<Record<string, JsonValue>>
  readonly settings: FlowSettings
}

/** Prepares a flow that `parseFlow` accepted. Does the work that would otherwise be done at every step. */
export function compileFlow(flow: Flow): CompiledFlow {
  const edgesBySource = new Map<string, Map<string, string>>()
  const nodeIds = new Set(flow.nodes.map(({ id }) => id))
  for (const { source, sourceHandle, target } of flow.edges) {
    if (!nodeIds.has(target)) continue
    const handles = edgesBySource.get(source) ?? new Map<string, string>()
    // The first edge drawn from a handle is the one that counts, here and on the canvas.
    if (!handles.has(sourceHandle)) handles.set(sourceHandle, target)
    edgesBySource.set(source, handles)
  }
  const nodes = flow.nodes.map((node): [string, CompiledNode] => [
    node.id,
    {
      node,
      targetsByHandle: edgesBySource.get(node.id) ?? new Map(),
      ...translationsOf(node, flow.settings.languages),
      options: new Set(definitionOf(node.type).options?.(node.data) ?? []),
      ...handlesOf(node),
    },
  ])
  return {
    nodesById: new Map(nodes),
    startNodeId: flow.nodes.find(({ type }) => type === 'start')?.id ?? null,
    variables: Object.fromEntries(
      flow.variables.flatMap((variable) =>
        variable.default === null ? [] : [[variable.name, variable.default]],
      ),
    ),
    settings: flow.settings,
  }
}

const UNTRANSLATED = { translated: new Map(), mainTitles: new Map() } as const

function translationsOf(
  node: FlowNode,
  languages: readonly string[],
): Pick<CompiledNode, 'translated' | 'mainTitles'> {
  const spoken = languages.filter((language) => node.translations?.[language] !== undefined)
  if (spoken.length === 0) return UNTRANSLATED
  return {
    translated: new Map(spoken.map((language) => [language, translateNode(node, language)])),
    mainTitles: new Map(
      spokenTexts(node).flatMap(({ key, source }) => {
        const [name, optionId] = key.split('.').toReversed()
        return name === 'title' && optionId !== undefined ? [[optionId, source]] : []
      }),
    ),
  }
}

function handlesOf({ type, data }: FlowNode): Pick<CompiledNode, 'handles' | 'optionalHandles'> {
  const handles = definitionOf(type).handles(data)
  return {
    handles: new Set(handles.map(({ id }) => id)),
    optionalHandles: new Set(handles.flatMap(({ id, optional }) => (optional ? [id] : []))),
  }
}
