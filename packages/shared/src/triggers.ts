import { contentText, type InboundContent } from './content.ts'
import type { Flow } from './flow.ts'
import type { Trigger } from './nodes/start.ts'
import { matchesRegex } from './regex.ts'
import { foldText } from './text.ts'
import { isWithinHours } from './time.ts'

/** All triggers of a flow. */
export const triggersOf = ({ nodes }: Flow): readonly Trigger[] =>
  nodes.flatMap((node) => (node.type === 'start' ? node.data.triggers : []))

/** A published trigger, with whatever the caller needs to find its flow again. */
export interface TriggerCandidate {
  readonly trigger: Trigger
  /** IANA name of the flow's time zone, for active hours without one of their own. */
  readonly timeZone: string
}

/** What arrived, and in which situation. */
export interface TriggerSituation {
  readonly content: InboundContent
  /** True for the first message that the contact ever sent to this number. */
  readonly isFirstMessage: boolean
  readonly isGroup: boolean
  /** True in the middle of a flow: then only triggers that interrupt count. */
  readonly hasRunningSession: boolean
  /** Epoch milliseconds. */
  readonly at: number
}

/** The more particular a match, the higher; decides between triggers of equal priority. */
const SPECIFICITY = {
  exact: 6,
  startsWith: 5,
  regex: 4,
  contains: 3,
  firstMessage: 2,
  anyMessage: 1,
} as const

/**
 * The trigger that a message sets off, or null. The highest priority wins, then the most particular match, then the
 * longest keyword, then the order of the candidates.
 */
export function matchTrigger<Candidate extends TriggerCandidate>(
  candidates: readonly Candidate[],
  situation: TriggerSituation,
): Candidate | null {
  // Reactions, votes and what we cannot read are not somebody asking for something.
  if (SILENT.has(situation.content.type)) return null
  const folded = foldText(contentText(situation.content))
  let best: { candidate: Candidate; rank: readonly number[] } | null = null
  for (const candidate of candidates) {
    const match = matchOne(candidate, situation, folded)
    if (match === null) continue
    const rank = [candidate.trigger.priority, SPECIFICITY[match.by], match.length]
    if (best === null || isHigher(rank, best.rank)) best = { candidate, rank }
  }
  return best?.candidate ?? null
}

const SILENT: ReadonlySet<InboundContent['type']> = new Set(['reaction', 'pollVote', 'unsupported'])

interface Match {
  readonly by: keyof typeof SPECIFICITY
  /** Length of the keyword that matched. */
  readonly length: number
}

function matchOne(
  { trigger, timeZone }: TriggerCandidate,
  { content, isFirstMessage, isGroup, hasRunningSession, at }: TriggerSituation,
  folded: string,
): Match | null {
  if (isGroup && !trigger.groups) return null
  if (hasRunningSession && !trigger.interrupts) return null
  const { activeHours } = trigger
  if (activeHours && !isWithinHours(at, activeHours, activeHours.timeZone || timeZone)) return null

  if (trigger.type === 'anyMessage') return { by: 'anyMessage', length: 0 }
  if (trigger.type === 'firstMessage') {
    return isFirstMessage ? { by: 'firstMessage', length: 0 } : null
  }
  const text = contentText(content)
  const lengths = trigger.words
    .filter((word) => matchesKeyword(word, trigger.match, text, folded))
    .map((word) => word.length)
  return lengths.length === 0 ? null : { by: trigger.match, length: Math.max(...lengths) }
}

function matchesKeyword(
  word: string,
  match: 'exact' | 'startsWith' | 'contains' | 'regex',
  text: string,
  folded: string,
): boolean {
  if (match === 'regex') return matchesRegex(text, word)
  const keyword = foldText(word)
  if (keyword === '') return false
  switch (match) {
    case 'exact':
      return folded === keyword || withoutPunctuation(folded) === withoutPunctuation(keyword)
    case 'startsWith':
      return folded.startsWith(keyword)
    case 'contains':
      return folded.includes(keyword)
  }
}

/** "Hi!" is "hi". A message of nothing but signs keeps them, or "?" and "!" would be the same. */
function withoutPunctuation(folded: string): string {
  const bare = folded.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
  return bare === '' ? folded : bare
}

function isHigher(rank: readonly number[], than: readonly number[]): boolean {
  for (const [index, value] of rank.entries()) {
    const other = than[index] ?? 0
    if (value !== other) return value > other
  }
  return false
}
