import {
  flowVariable,
  isJsonObject,
  isNodeType,
  type JsonValue,
  MAX_DRAFT_LENGTH,
  variableUses,
} from '@parley/shared'
import type { Draft, DraftEdge, DraftNode, JsonObject } from '@parley/shared/draft'
import type { Piece } from './edits.ts'

/**
 * Nodes as text on the clipboard: JSON that says what it is, so it can be pasted into another flow, tab, instance, an
 * e-mail or a file. A whole flow as the API gives it can be pasted, too.
 */
const MARK = 'parley/nodes'

export const toClipboardText = (piece: Piece): string =>
  JSON.stringify({ type: MARK, version: 1, ...piece }, null, 2)

/** The variables with a value from the start that the nodes of a piece know: they come along. */
export function declaredFor({ nodes }: Piece, { variables }: Draft): readonly JsonObject[] {
  const names = new Set(
    variableUses({ nodes, edges: [], variables: [], settings: {} }).map(({ name }) => name),
  )
  return variables.filter(({ name }) => typeof name === 'string' && names.has(name))
}

/** Why a text is not even looked at; null when it can be. */
export function clipboardProblem(text: string): 'tooLarge' | 'tooDeep' | null {
  if (text.length > MAX_DRAFT_LENGTH) return 'tooLarge'
  return isTooDeep(parse(text), DEEPEST) ? 'tooDeep' : null
}

/** What people make is a fifth of this; what is deeper was made to break something, and the server would not take it. */
const DEEPEST = 50

function isTooDeep(value: JsonValue | undefined, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return depth === 0 || Object.values(value).some((item: JsonValue) => isTooDeep(item, depth - 1))
}

/** The nodes in a text; null when it holds none. Whatever does not look like a node or edge is left out. */
export function fromClipboardText(text: string): Piece | null {
  const json = parse(text)
  if (!isJsonObject(json)) return null
  const holder = isJsonObject(json['draft']) ? json['draft'] : json
  const nodes = listOf(holder['nodes']).flatMap(toNode)
  // Other programs have nodes, too. Without our mark they have to be of types that we know.
  const isOurs = json['type'] === MARK || 'parley' in json || nodes.some(isKnown)
  if (nodes.length === 0 || !isOurs) return null
  const ids = new Set(nodes.map(({ id }) => id))
  const variables = listOf(holder['variables']).flatMap(toVariable)
  return {
    nodes,
    edges: listOf(holder['edges'])
      .flatMap(toEdge)
      .filter(({ source, target }) => ids.has(source) && ids.has(target)),
    ...(variables.length > 0 && { variables }),
  }
}

const isKnown = ({ type }: DraftNode): boolean => isNodeType(type)

function toVariable(value: JsonValue): readonly JsonObject[] {
  const parsed = flowVariable.safeParse(value)
  return parsed.success ? [parsed.data] : []
}

/** Variables of a piece that the flow has not got yet. Those that it has stay as they are. */
export function newVariables(piece: Piece, { variables }: Draft): readonly JsonObject[] {
  const known = new Set(variables.map(({ name }) => name))
  return (piece.variables ?? []).filter(({ name }) => !known.has(name ?? null))
}

const SECRET_HEADER = /authorization|cookie|token|secret|api-?key|password/iu

/** Names of the headers in which nodes carry what looks like a secret written out. */
export function secretsIn(nodes: readonly DraftNode[]): readonly string[] {
  const names = nodes.flatMap(({ data }) =>
    listOf(data['headers']).flatMap((header) => {
      if (!isJsonObject(header)) return []
      const { name, value } = header
      const isWritten =
        typeof value === 'string' && value.replace(/\{\{.*?\}\}/gsu, '').trim() !== ''
      return typeof name === 'string' && SECRET_HEADER.test(name) && isWritten ? [name] : []
    }),
  )
  return [...new Set(names)]
}

function parse(text: string): JsonValue | undefined {
  if (!text.trimStart().startsWith('{')) return undefined
  try {
    // What JSON.parse gives is a JsonValue by definition.
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

const listOf = (value: JsonValue | undefined): readonly JsonValue[] =>
  Array.isArray(value) ? (value as readonly JsonValue[]) : []

function toNode(value: JsonValue): readonly DraftNode[] {
  if (!isJsonObject(value)) return []
  const { id, type, name, position, data, translations } = value
  // A flow has one start, and it has it already.
  if (typeof id !== 'string' || typeof type !== 'string' || type === 'start') return []
  const { x, y } = isJsonObject(position) ? position : {}
  return [
    {
      id,
      type,
      ...(typeof name === 'string' && name !== '' && { name }),
      position: { x: toCoordinate(x), y: toCoordinate(y) },
      data: isJsonObject(data) ? data : {},
      ...toTranslations(translations),
    },
  ]
}

/** Only what is a text under a key under a language. */
function toTranslations(value: JsonValue | undefined): Pick<DraftNode, 'translations'> {
  if (!isJsonObject(value)) return {}
  const translations = Object.fromEntries(
    Object.entries(value).flatMap(([language, texts]) =>
      isJsonObject(texts) ? [[language, textsOnly(texts)]] : [],
    ),
  )
  return Object.keys(translations).length === 0 ? {} : { translations }
}

const textsOnly = (texts: JsonObject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )

/** Places further out than this cannot be found again. */
const FARTHEST = 1_000_000

const toCoordinate = (value: JsonValue | undefined): number =>
  typeof value === 'number' && Math.abs(value) <= FARTHEST ? value : 0

function toEdge(value: JsonValue): readonly DraftEdge[] {
  if (!isJsonObject(value)) return []
  const { id, source, sourceHandle, target } = value
  if (typeof source !== 'string' || typeof target !== 'string') return []
  return [
    {
      id: typeof id === 'string' ? id : '',
      source,
      sourceHandle: typeof sourceHandle === 'string' ? sourceHandle : 'next',
      target,
    },
  ]
}
