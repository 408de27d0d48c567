import { toAsciiDigits } from '../choices.ts'
import type { InboundContent } from '../content.ts'
import type { AnswerKind, AnswerKindOf } from '../nodes/question.ts'
import { countText, isBlank } from '../text.ts'
import { parseDate } from './parseDate.ts'
import { parseNumber } from './parseNumber.ts'
import { parsePhone } from './parsePhone.ts'

/** What reading an answer may depend on, besides the answer. */
export interface AnswerContext {
  /** BCP 47 tag: decides between 1,234 and 1.234, and names the months. */
  readonly language: string
  /** ISO 3166, or empty. */
  readonly defaultCountry: string
  readonly dateOrder: 'dayFirst' | 'monthFirst'
  /** Today in the flow's time zone, YYYY-MM-DD: for dates without a year. Asked only then, because it takes time. */
  readonly today: () => string
  /** The contact's own number, digits only: tells the country when nothing else does. */
  readonly contactPhone: string
}

/** Kinds that are read from words; `choice` is matched by `matchChoice`. */
export type WrittenAnswerKind = Exclude<AnswerKind, { type: 'choice' }>

/** The value of an answer, or null when it does not fit the kind. Dates come as YYYY-MM-DD, phones as +E.164. */
export function parseAnswer(
  kind: WrittenAnswerKind,
  content: InboundContent,
  context: AnswerContext,
): string | number | null {
  const text = answerText(kind, content)
  if (text === null) return null
  switch (kind.type) {
    case 'text':
      return parseTextAnswer(kind, text)
    case 'number': {
      const number = parseNumber(text, context.language)
      return number !== null &&
        isWithin(number, kind) &&
        (!kind.integer || Number.isInteger(number))
        ? number
        : null
    }
    case 'email':
      return parseEmail(text)
    case 'phone':
      return parsePhone(text, kind.defaultCountry || context.defaultCountry, context.contactPhone)
    case 'date': {
      const order = kind.order === 'flow' ? context.dateOrder : kind.order
      const date = parseDate(text, { order, language: context.language, today: context.today() })
      return date !== null && isWithin(date, kind) ? date : null
    }
  }
}

const NUL = new RegExp(String.fromCharCode(0), 'g')
/** Numbers, dates and addresses are short; longer texts are not searched for them. */
const MAX_SEARCHED_LENGTH = 1_000

/** The words of an answer; null when it is a picture, a place or anything else that is not words. */
function answerText({ type }: WrittenAnswerKind, content: InboundContent): string | null {
  // People share a contact card when they are asked for a number.
  if (content.type === 'contacts' && type === 'phone')
    return content.contacts[0]?.phones[0]?.phone ?? null
  if (content.type === 'tap') return content.title
  if (content.type !== 'text') return null
  const text = content.text.replace(NUL, '').trim()
  if (isBlank(text) || (type !== 'text' && text.length > MAX_SEARCHED_LENGTH)) return null
  return text
}

function parseTextAnswer(
  { minLength, maxLength }: AnswerKindOf<'text'>,
  text: string,
): string | null {
  const length = countText(text, 'codePoints')
  return length >= minLength && length <= (maxLength ?? Number.POSITIVE_INFINITY) ? text : null
}

const EMAIL =
  /[^\s@<>()[\]",;:]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}[\p{L}]{2,24}/gu

/** The one e-mail address in a text, which may have words around it; null when there is none, or several. */
function parseEmail(text: string): string | null {
  const found = toAsciiDigits(text.normalize('NFKC')).match(EMAIL) ?? []
  const [address, ...others] = found
  if (address === undefined || others.length > 0 || address.length > 254) return null
  const [local = '', domain = ''] = address.split('@')
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return null
  return `${local}@${domain.toLowerCase()}`
}

function isWithin<Value extends number | string>(
  value: Value,
  { min, max }: { readonly min: Value | null; readonly max: Value | null },
): boolean {
  return (min === null || value >= min) && (max === null || value <= max)
}
