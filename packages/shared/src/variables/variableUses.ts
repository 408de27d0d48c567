import type { Draft, DraftNode } from '../draft/draft.ts'
import { liquidVariables } from '../liquid.ts'
import { type TextField, textFieldsOf } from '../nodes/fieldsOf.ts'
import { definitionOf, isNodeType } from '../nodes/index.ts'
import { shapeData } from '../nodes/shapeData.ts'
import { VARIABLE_TYPES, type VariableType } from '../variableTypes.ts'
import { type DraftTemplate, sourcesOf, templatesOf } from './templatesOf.ts'
import { translationTemplates } from './translationTemplates.ts'

/** A field of a node that has to do with a variable. */
export interface VariablePlace {
  readonly nodeId: string
  readonly path: readonly (string | number)[]
}

/** A variable of a flow, with every place that knows it. */
export interface VariableUse {
  readonly name: string
  /** Its place among the variables with a value from the start; null when it is none of them. */
  readonly declaredAt: number | null
  /** Null when nobody has said and it cannot be told from what sets it. */
  readonly type: VariableType | null
  readonly setBy: readonly VariablePlace[]
  readonly readBy: readonly VariablePlace[]
}

/** Schemas say by these titles that a text names a variable (`nodes/fields.ts`, `nodes/condition.ts`). */
const NAME_TITLE = 'name of a variable'
const PATH_TITLE = 'path of a variable'

/** What a template can name besides the flow's own variables. */
export const SYSTEM_NAMES: readonly string[] = [
  'contact',
  'conversation',
  'number',
  'channel',
  'now',
  'today',
]

/** The variable that a path such as `order.lines[0]` begins with. */
export const rootOf = (path: string): string => path.split(/[.[]/u)[0] ?? ''

/** Every field of a node that names a variable outside of templates. */
export const nameFieldsOf = ({ type, data }: DraftNode): readonly TextField[] =>
  textFieldsOf(type, data).filter(
    ({ title, value }) => value !== '' && (title === NAME_TITLE || title === PATH_TITLE),
  )

/** The variables of a draft by name: declared, set, or only read. What the engine provides is none of them. Pure. */
export function variableUses({ nodes, variables }: Draft): readonly VariableUse[] {
  const uses = new Map<string, Collected>()
  const useOf = (name: string): Collected => {
    const known = uses.get(name)
    if (known) return known
    const use: Collected = { name, declaredAt: null, type: null, setBy: [], readBy: [] }
    uses.set(name, use)
    return use
  }
  for (const [index, { name, type }] of variables.entries()) {
    if (typeof name !== 'string' || name === '') continue
    const use = useOf(name)
    use.declaredAt ??= index
    use.type ??= VARIABLE_TYPES.find((each) => each === type) ?? 'text'
  }
  for (const node of nodes) {
    const { set, read, types } = namesOf(node)
    for (const [name, path] of set) {
      const use = useOf(name)
      use.setBy.push({ nodeId: node.id, path })
      use.type ??= types[name] ?? null
    }
    for (const [name, path] of read) useOf(name).readBy.push({ nodeId: node.id, path })
  }
  return [...uses.values()].toSorted((a, b) => a.name.localeCompare(b.name))
}

interface Collected extends VariableUse {
  declaredAt: number | null
  type: VariableType | null
  readonly setBy: VariablePlace[]
  readonly readBy: VariablePlace[]
}

type NameAt = readonly [name: string, path: VariablePlace['path']]
interface NodeNames {
  readonly set: readonly NameAt[]
  readonly read: readonly NameAt[]
  readonly types: Readonly<Record<string, VariableType>>
}

/** Nodes keep their identity while they do not change, and reading templates takes long in a large flow. */
const namesByNode = new WeakMap<DraftNode, NodeNames>()

function namesOf(node: DraftNode): NodeNames {
  const known = namesByNode.get(node)
  if (known) return known
  const names = collectNames(node)
  namesByNode.set(node, names)
  return names
}

function collectNames(node: DraftNode): NodeNames {
  const { type, data } = node
  if (!isNodeType(type)) return { set: [], read: [], types: {} }
  const definition = definitionOf(type)
  const shaped = shapeData(type, data)
  const assigned = new Set(definition.assigns(shaped))
  const fields = nameFieldsOf(node)
  const isSet = ({ title, value }: TextField) => title === NAME_TITLE && assigned.has(value)
  return {
    set: fields.filter(isSet).map(({ value, path }): NameAt => [value, path]),
    read: [
      ...fields
        .filter((field) => !isSet(field))
        .map(({ value, path }): NameAt => [rootOf(value), path]),
      ...templatesOf(node).flatMap((template) =>
        namesRead(template).map((name): NameAt => [name, template.path]),
      ),
      ...translationTemplates(node).flatMap(({ path, source }) =>
        liquidVariables(source).map((name): NameAt => [name, path]),
      ),
    ].filter(([name]) => !SYSTEM_NAMES.includes(name)),
    types: definition.assignedTypes?.(shaped) ?? {},
  }
}

const namesRead = (template: DraftTemplate): readonly string[] => [
  ...new Set(sourcesOf(template).flatMap(liquidVariables)),
]
