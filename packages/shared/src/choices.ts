import type { InboundContent } from './content.ts'
import { foldText } from './text.ts'

/**
 * Choice tokens and the one matcher of answers. Every option that can be tapped carries a token
 * `c1.<promptId>.<key>` of at most 64 ASCII characters (Telegram's callback data allows 64 bytes), the same on all
 * channels: a tap on an old message is recognised as old, because every prompt has an id of its own.
 */

export const MAX_PROMPT_ID_LENGTH = 22
const VERSION = 'c1'
const TOKEN = /^c1\.([A-Za-z0-9_-]{1,22})\.([A-Za-z0-9_-]{1,24})$/

export interface ChoiceToken {
  readonly promptId: string
  /** The option's key in its prompt. */
  readonly key: string
}

export const formatToken = ({ promptId, key }: ChoiceToken): string =>
  `${VERSION}.${promptId}.${key}`

/** Null when the id is not one of our tokens, for example a payload that another system put there. */
export function parseToken(id: string): ChoiceToken | null {
  const [, promptId, key] = TOKEN.exec(id) ?? []
  return promptId === undefined || key === undefined ? null : { promptId, key }
}

/** What the matcher has to know of a question that the contact sees. */
export interface MatchablePrompt {
  readonly promptId: string
  readonly options: readonly {
    readonly key: string
    readonly title: string
    readonly synonyms?: readonly string[]
  }[]
}

export type ChoiceMatch =
  | {
      readonly type: 'chosen'
      readonly key: string
      readonly by: 'token' | 'number' | 'title' | 'synonym'
    }
  /** A tap on an earlier message. */
  | { readonly type: 'stale'; readonly promptId: string; readonly key: string }
  | { readonly type: 'none' }

const NONE: ChoiceMatch = { type: 'none' }

/**
 * Which option of `prompt` an answer means: by token, then number ("2", "2.", "٢", "2️⃣"), then title without case and
 * accents, also when it was shown cut, then synonyms. A title that is itself that number wins over the position.
 */
export function matchChoice(prompt: MatchablePrompt, incoming: InboundContent): ChoiceMatch {
  if (incoming.type === 'tap') {
    const token = parseToken(incoming.id)
    if (token === null) return matchText(prompt, incoming.title)
    if (token.promptId !== prompt.promptId) return { type: 'stale', ...token }
    return prompt.options.some(({ key }) => key === token.key)
      ? { type: 'chosen', key: token.key, by: 'token' }
      : NONE
  }
  if (incoming.type === 'text') return matchText(prompt, incoming.text)
  if (incoming.type === 'pollVote') return matchText(prompt, incoming.options[0] ?? '')
  return NONE
}

/** Nobody types so much to choose an option, and folding it would take time. */
const MAX_ANSWER_LENGTH = 2_000

function matchText(prompt: MatchablePrompt, text: string): ChoiceMatch {
  if (text.length > MAX_ANSWER_LENGTH) return NONE
  // Word for word, as most answers are, needs no reading.
  const same = prompt.options.find(({ title }) => title === text)
  if (same) return { type: 'chosen', key: same.key, by: 'title' }
  const folded = foldText(text)
  if (folded === '') return NONE
  const titles = prompt.options.map(({ title }) => foldText(title))
  const number = parseChoiceNumber(text)
  if (number !== null) {
    const titled = titles.findIndex((title) => parseChoiceNumber(title) === number)
    const option = prompt.options[titled === -1 ? number - 1 : titled]
    if (option) return { type: 'chosen', key: option.key, by: titled === -1 ? 'number' : 'title' }
  }
  const byTitle = prompt.options[findTitle(titles, folded)]
  if (byTitle) return { type: 'chosen', key: byTitle.key, by: 'title' }
  const bySynonym = prompt.options.find(({ synonyms }) =>
    synonyms?.some((synonym) => foldText(synonym) === folded),
  )
  return bySynonym ? { type: 'chosen', key: bySynonym.key, by: 'synonym' } : NONE
}

function findTitle(titles: readonly string[], folded: string): number {
  const exact = titles.indexOf(folded)
  if (exact !== -1) return exact
  const bare = bareText(folded)
  const withoutSigns = bare === '' ? -1 : onlyIndex(titles, (title) => bareText(title) === bare)
  if (withoutSigns !== -1) return withoutSigns
  return findCutTitle(titles, folded)
}

/** Without emoji and punctuation: "pizza" answers "🍕 Pizza!". */
const bareText = (folded: string) => folded.replace(/[^\p{L}\p{N}\p{M}+%$€£]+/gu, ' ').trim()

/** "Talk to a human ag…": what some channels show, and send back, of a long title. Only when it is clear which one. */
function findCutTitle(titles: readonly string[], folded: string): number {
  const beginning = /^(.{3,}?)\s*(?:…|\.\.\.?)$/u.exec(folded)?.[1]
  if (beginning === undefined) return -1
  return onlyIndex(titles, (title) => title.startsWith(beginning))
}

/** Index of the one title that fits; -1 when none or several do. */
function onlyIndex(titles: readonly string[], fits: (title: string) => boolean): number {
  const first = titles.findIndex(fits)
  return first === titles.findLastIndex(fits) ? first : -1
}

const KEYCAP_TEN = /\u{1f51f}/gu

/** The number that a short answer consists of, whatever digits it is written in; null when it is anything else. */
export function parseChoiceNumber(text: string): number | null {
  if (text.length > 32) return null
  const plain = PLAIN_ASCII.test(text)
    ? text
    : toAsciiDigits(text.normalize('NFKC'))
        .replace(KEYCAP_TEN, '10')
        .replace(/[\u20e3\ufe0e\ufe0f\u200e\u200f\u200b]/g, '')
  const digits = /^\s*[#(]?\s*(\d{1,3})\s*[.):]?\s*$/.exec(plain)?.[1]
  return digits === undefined ? null : Number(digits)
}

const PLAIN_ASCII = /^[\x20-\x7e]*$/

/** Every decimal digit of Unicode as 0-9. */
export const toAsciiDigits = (text: string): string =>
  text.replace(/\p{Nd}/gu, (digit) => (digit <= '9' ? digit : String(digitValue(digit))))

/** Unicode keeps the ten digits of a script together in order, so the distance to its zero is the value. */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value++
  return value
}
