import {
  CHANNEL_TYPES,
  type ChannelType,
  type InboundContent,
  inboundContentSchema,
  isJsonObject,
  type JsonValue,
} from '@parley/shared'
import type { SimulatedContact } from '../simulation/simulation.ts'
import type { HttpResult } from '../types.ts'

/**
 * A conversation as a text that people read and write:
 *
 *   Customer: hi
 *   Bot: Hello Ana,
 *     how can I help?
 *     [My order]
 *     [The shop]
 *   Customer taps: My order
 *   Answer: 200 {"state":"on its way"}
 *   Bot: Your order is …
 *   End
 *
 * Before that, `Contact: {"name":"Zoë"}` and `Channel: telegram` say who writes and where, when it is not the usual.
 * Further lines of a message are indented. `…` stands for any words. A line that begins with # is a remark.
 */
export type ScriptLine = { readonly line: number } & (
  | { readonly type: 'says'; readonly content: InboundContent }
  | { readonly type: 'contact'; readonly contact: Partial<SimulatedContact> }
  | { readonly type: 'channel'; readonly channel: ChannelType }
  | { readonly type: 'taps'; readonly title: string }
  /** Begins without a message, at the start or at a node. */
  | { readonly type: 'start'; readonly nodeId: string | null }
  /** What the other system answers to the request that waits. */
  | { readonly type: 'answer'; readonly result: HttpResult }
  | { readonly type: 'skip' }
  | { readonly type: 'handBack' }
  | { readonly type: 'expects'; readonly text: string }
  | { readonly type: 'ends' }
  | { readonly type: 'unreadable'; readonly text: string }
)

/** The lines of a script. What cannot be read is a line, too: running the test says where it is. */
export function parseScript(script: string): readonly ScriptLine[] {
  return statements(script).map(({ line, text }) => ({ line, ...parseLine(text) }))
}

/** Puts indented lines to the line that they belong to; blank lines between them are part of the text. */
function statements(script: string): readonly { line: number; text: string }[] {
  const found: { line: number; text: string }[] = []
  let blanks = 0
  for (const [index, raw] of script.split(/\r?\n/).entries()) {
    const last = found.at(-1)
    if (raw.trim() === '') blanks += 1
    else if (/^\s/.test(raw) && last) {
      last.text += `${'\n'.repeat(blanks + 1)}${raw.replace(INDENT, '')}`
      blanks = 0
    } else {
      if (!raw.startsWith('#')) found.push({ line: index + 1, text: raw.trimEnd() })
      blanks = 0
    }
  }
  return found
}

const INDENT = /^(?: {1,2}|\t)/

type Statement = ScriptLine extends infer Each
  ? Each extends ScriptLine
    ? Omit<Each, 'line'>
    : never
  : never

function parseLine(text: string): Statement {
  const [, word = text, rest = ''] = /^([A-Za-z ]+?):\s?([^]*)$/.exec(text) ?? []
  switch (word.trim().toLowerCase()) {
    case 'customer':
      return { type: 'says', content: { type: 'text', text: rest } }
    case 'customer taps':
      return { type: 'taps', title: rest.trim() }
    case 'customer sends': {
      const content = inboundContentSchema.safeParse(parseJson(rest))
      return content.success
        ? { type: 'says', content: content.data }
        : { type: 'unreadable', text }
    }
    case 'contact': {
      const contact = toContact(parseJson(rest))
      return contact ? { type: 'contact', contact } : { type: 'unreadable', text }
    }
    case 'channel': {
      const channel = CHANNEL_TYPES.find((each) => each === rest.trim())
      return channel ? { type: 'channel', channel } : { type: 'unreadable', text }
    }
    case 'bot':
      return { type: 'expects', text: rest }
    case 'answer': {
      const result = parseAnswerLine(rest)
      return result ? { type: 'answer', result } : { type: 'unreadable', text }
    }
    case 'start':
      return { type: 'start', nodeId: rest.trim() || null }
    case 'skip waiting':
      return { type: 'skip' }
    case 'hand back':
      return { type: 'handBack' }
    case 'end':
      return { type: 'ends' }
    default:
      return { type: 'unreadable', text }
  }
}

/** What a script says of the contact; null when a field is of the wrong kind. */
function toContact(json: JsonValue | undefined): Partial<SimulatedContact> | null {
  if (!isJsonObject(json)) return null
  const { name, phone, tags, attributes, language } = json
  if (name !== undefined && typeof name !== 'string') return null
  if (phone !== undefined && typeof phone !== 'string') return null
  if (language !== undefined && typeof language !== 'string') return null
  if (attributes !== undefined && !isJsonObject(attributes)) return null
  const words = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : undefined
  return {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(words && { tags: words }),
    ...(attributes && { attributes }),
    ...(language !== undefined && { language }),
  }
}

function parseAnswerLine(text: string): HttpResult | null {
  if (/^failure\b/i.test(text)) {
    return { outcome: 'failed', reason: text.slice('failure'.length).trim() || 'No connection' }
  }
  if (/^nothing\s*$/i.test(text)) return { outcome: 'timedOut' }
  const [, status, body = ''] = /^([1-5]\d\d)(?:\s+([^]*))?$/.exec(text.trim()) ?? []
  if (status === undefined) return null
  const parsed = body === '' ? null : (parseJson(body) ?? body)
  return { outcome: 'answered', status: Number(status), headers: {}, body: parsed }
}

function parseJson(text: string): JsonValue | undefined {
  try {
    // JSON.parse gives JSON.
    return JSON.parse(text) as JsonValue
  } catch {
    return undefined
  }
}

/** One line of a script, the lines of its text indented. */
export const writeLine = (word: string, text = ''): string =>
  text === '' ? word : `${word}: ${text.split('\n').join('\n  ')}`
