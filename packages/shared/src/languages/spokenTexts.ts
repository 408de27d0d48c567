import type { FlowSettings } from '../flow.ts'
import { isJsonObject, type JsonValue } from '../json.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'

export type TextPath = readonly (string | number)[]

/** A text of a node that contacts read, in the flow's own language. */
export interface SpokenText {
  /** What its translations are kept under; stays the same when options change places. */
  readonly key: string
  /** Where it is in the node's data. */
  readonly path: TextPath
  readonly source: string
}

/** Every text of a node that contacts read. */
export const spokenTexts = ({ type, data }: Pick<FlowNode, 'type' | 'data'>): SpokenText[] =>
  definitionOf(type)
    .templates(data)
    .filter(({ isSpoken }) => isSpoken)
    .map(({ path, source }) => ({ key: textKey(data as JsonValue, path), path, source })) // Data of nodes is JSON.

/**
 * The key of the text at `path`: the names on the way to it, joined by dots. An entry of a list is named by its id, from
 * which the key begins anew, for example `buttons.yes.title`: its text is the same one wherever the entry moves.
 */
export function textKey(data: JsonValue, path: TextPath): string {
  let parts: string[] = []
  let value: JsonValue | undefined = data
  for (const part of path) {
    const inside: JsonValue | undefined = partOf(value, part)
    const id = typeof part === 'number' && isJsonObject(inside) ? inside['id'] : undefined
    parts = typeof id === 'string' ? [...parts.slice(-1), id] : [...parts, String(part)]
    value = inside
  }
  return parts.join('.')
}

function partOf(value: JsonValue | undefined, part: string | number): JsonValue | undefined {
  if (Array.isArray(value)) return (value as readonly JsonValue[])[Number(part)]
  return isJsonObject(value) ? value[part] : undefined
}

/** The node as it speaks in `language`; the node itself when nothing of it is translated. What has no translation stays. */
export function translateNode<Node extends FlowNode>(node: Node, language: string): Node {
  const texts = node.translations?.[language]
  if (texts === undefined) return node
  const data = spokenTexts(node).reduce<JsonValue>((before, { key, path }) => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined
    return text === undefined || text.trim() === '' ? before : withText(before, path, text)
  }, node.data as JsonValue)
  // The same shape: only texts have been replaced by texts.
  return { ...node, data } as Node
}

/** The same value with another text at `path`. */
function withText(value: JsonValue, [part, ...rest]: TextPath, text: string): JsonValue {
  if (part === undefined) return text
  if (Array.isArray(value)) {
    return value.map((item: JsonValue, index) =>
      index === Number(part) ? withText(item, rest, text) : item,
    )
  }
  if (!isJsonObject(value)) return value
  return { ...value, [part]: withText(value[part] ?? null, rest, text) }
}

/** The settings as they speak in `language`. */
export function translateSettings(settings: FlowSettings, language: string): FlowSettings {
  const text = settings.translations[language]?.['staleTapText']
  return text === undefined || text.trim() === '' ? settings : { ...settings, staleTapText: text }
}

/**
 * False for texts that are the same in every language: without letters apart from what Liquid fills in and web
 * addresses.
 */
export const needsTranslation = (source: string): boolean =>
  /\p{L}/u.test(source.replace(/\{\{.*?\}\}|\{%.*?%\}|https?:\/\/\S+/gs, ''))
