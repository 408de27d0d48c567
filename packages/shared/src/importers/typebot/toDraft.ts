import { clipText } from '../../text.ts'
import type { BuiltNode, FlowBuilder } from './FlowBuilder.ts'
import { layOut } from './layout.ts'
import type { TypebotFile } from './typebotFile.ts'

/** What was built, as a flow with its places, its groups as sections, and its variables. Not checked yet. */
export function toDraft(file: TypebotFile, builder: FlowBuilder) {
  const { nodes, edges } = builder
  const { places, areas } = layOut(nodes, edges)
  const taken = new Set(nodes.map(({ id }) => id))
  const sections = areas.flatMap(({ groupIndex, x, y, width, height }) => {
    const title = file.groups[groupIndex]?.title.trim() ?? ''
    const id = `group-${groupIndex + 1}`
    if (title === '' || taken.has(id)) return []
    return [
      {
        id,
        type: 'section',
        name: clipText(title, 80),
        position: { x, y },
        data: { width, height, color: 'gray' },
      },
    ]
  })
  return {
    nodes: [
      ...nodes.map(({ id, type, data }: BuiltNode) => ({
        id,
        type,
        position: places.get(id) ?? { x: 0, y: 0 },
        data,
      })),
      ...sections,
    ],
    edges: firstOfEach(edges),
    variables: variablesOf(file, builder),
    settings: {},
  }
}

/** One edge for each way out: a file may have more. */
function firstOfEach(edges: FlowBuilder['edges']) {
  const byStart = new Map(
    edges.toReversed().map((edge) => [`${edge.source}:${edge.sourceHandle}`, edge]),
  )
  return [...byStart].map(([id, edge]) => ({ id, ...edge })).toReversed()
}

const MAX_VARIABLES = 200

/** Every variable by its new name, so that texts that name it are no riddle to the linter. */
function variablesOf(file: TypebotFile, builder: FlowBuilder) {
  const values = new Map(
    file.variables.map(({ name, value }) => [builder.names.of(name), value ?? null]),
  )
  return builder.names.all.slice(0, MAX_VARIABLES).map((name) => {
    const value = values.get(name) ?? null
    return Array.isArray(value)
      ? { name, type: 'list', default: value.filter((each) => each !== null) }
      : { name, type: 'text', default: value }
  })
}
