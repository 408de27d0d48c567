import {
  CHANNEL_TYPES,
  type ChannelType,
  type InboundContent,
  inboundContentSchema,
  isCalendarDate,
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
 * Before that, `Contact: {"name":"Zoë"}`, `Channel: telegram` and `Time: 2026-01-04 21:30` say who writes, where and when,
 * if it is not the usual. `Wait: 2 hours` lets time pass, `Skip waiting` just as much as it takes. Further lines of a message are indented. `…` stands for any words. A line that begins with # is a remark.
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
  /** Time passes; whatever is due by then happens. */
  | { readonly type: 'wait'; readonly ms: number }
  /** What clocks show from here on, where the flow is. */
  | { readonly type: 'time'; readonly at: WallTime }
  | { readonly type: 'handBack' }
  | { readonly type: 'expects'; readonly text: string }
  | { readonly type: 'ends' }
  | { readonly type: 'unreadable'; readonly text: string; readonly problem: ScriptProblem }
)

/** Why a line cannot be read. */
export type ScriptProblem =
  /** It begins with no word that a script knows. */
  | 'unknownLine'
  /** It is indented, and nothing stands above that it could belong to. */
  | 'nothingAbove'
  | 'badContent'
  | 'badContact'
  | 'badChannel'
  | 'badAnswer'
  | 'badWait'
  | 'badTime'

export interface WallTime {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
}

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
  // One space after the colon is for the eyes; a line break there belongs to the text.
  const [, word = text, rest = ''] = /^([A-Za-z ]+?):[ \t]?([^]*)$/.exec(text) ?? []
  switch (word.trim().toLowerCase()) {
    case 'customer':
      return { type: 'says', content: { type: 'text', text: rest } }
    case 'customer taps':
      return { type: 'taps', title: rest.trim() }
    case 'customer sends': {
      const content = inboundContentSchema.safeParse(parseJson(rest))
      return content.success
        ? { type: 'says', content: content.data }
        : unreadable(text, 'badContent')
    }
    case 'contact': {
      const contact = toContact(parseJson(rest))
      return contact ? { type: 'contact', contact } : unreadable(text, 'badContact')
    }
    case 'channel': {
      const channel = CHANNEL_TYPES.find((each) => each === rest.trim())
      return channel ? { type: 'channel', channel } : unreadable(text, 'badChannel')
    }
    case 'bot':
      return { type: 'expects', text: rest }
    case 'answer': {
      const result = parseAnswerLine(rest)
      return result ? { type: 'answer', result } : unreadable(text, 'badAnswer')
    }
    case 'start':
      return { type: 'start', nodeId: rest.trim() || null }
    case 'skip waiting':
      return { type: 'skip' }
    case 'wait': {
      const ms = parseDuration(rest)
      return ms === null ? unreadable(text, 'badWait') : { type: 'wait', ms }
    }
    case 'time': {
      const at = parseWallTime(rest)
      return at ? { type: 'time', at } : unreadable(text, 'badTime')
    }
    case 'hand back':
      return { type: 'handBack' }
    case 'end':
      return { type: 'ends' }
    default:
      return unreadable(text, /^\s/.test(text) ? 'nothingAbove' : 'unknownLine')
  }
}

const unreadable = (text: string, problem: ScriptProblem): Statement => ({
  type: 'unreadable',
  text: text.trim(),
  problem,
})

const UNITS_MS = { second: 1_000, minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const

/** “90 minutes”, “1 day”; null for anything else. */
function parseDuration(text: string): number | null {
  const [, count, unit] = /^(\d{1,6})\s*(second|minute|hour|day)s?$/i.exec(text.trim()) ?? []
  if (count === undefined || unit === undefined) return null
  // The pattern knows no other units.
  return Number(count) * UNITS_MS[unit.toLowerCase() as keyof typeof UNITS_MS]
}

/** “2026-01-05 09:00”; null when there is no such day or time. */
function parseWallTime(text: string): WallTime | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)[ T]([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number)
  return isCalendarDate(year, month, day) ? { year, month, day, hour, minute } : null
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
  const json = parseJson(body)
  // Not `??`: null is an answer, too.
  const parsed = body === '' ? null : json === undefined ? body : json
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
