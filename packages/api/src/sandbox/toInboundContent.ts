import { type InboundContent, inboundContentSchema } from '@parley/shared'
import { z } from 'zod'
import { validate } from '../http/validate.ts'

/** JSON whose keys are not known. */
type Loose = Readonly<Record<string, unknown>>

/**
 * What a customer writes, in the spellings that testers use: a plain text, our own content, or a tap as the platforms'
 * webhooks spell it (`interactive.button_reply`, `button.payload`, …).
 *
 * @throws {ApiError} 422 when it is none of these.
 */
export function toInboundContent(value: unknown): InboundContent {
  if (typeof value === 'string') return checked({ type: 'text', text: value })
  if (!isLoose(value)) return checked(value)
  const tap = findTap(value)
  return checked(tap ?? flatten(value))
}

// Under `content`, because that is where the request has it.
const schema = z.object({ content: inboundContentSchema })
const checked = (content: unknown): InboundContent => validate(schema, { content }).content

const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const TAP_TYPES: ReadonlySet<unknown> = new Set([
  'tap',
  'button',
  'buttons',
  'buttonReply',
  'button_reply',
  'list',
  'listReply',
  'list_reply',
  'interactive',
])
/** Where platforms and testers put the reply of a tap. */
const REPLY_KEYS = [
  'button_reply',
  'list_reply',
  'buttonReply',
  'listReply',
  'reply',
  'interactive',
  'button',
  'tap',
]

function findTap(value: Loose): Loose | null {
  // A whole message with buttons is content, not a tap on one.
  if (!TAP_TYPES.has(value.type) || 'buttons' in value || 'sections' in value) return null
  const reply = innermostReply(value)
  const id = firstText(reply, ['id', 'payload', 'buttonId', 'rowId'])
  const title = firstText(reply, ['title', 'text', 'label'])
  if (id === undefined && title === undefined) return null
  const onMessageId = firstText(value, ['onMessageId'])
  return {
    type: 'tap',
    id: id ?? '',
    title: title ?? '',
    ...(onMessageId !== undefined && { onMessageId }),
  }
}

function innermostReply(value: Loose): Loose {
  for (const key of REPLY_KEYS) {
    const inner = value[key]
    if (isLoose(inner)) return innermostReply(inner)
  }
  return value
}

const firstText = (value: Loose, keys: readonly string[]): string | undefined =>
  keys.map((key) => value[key]).find((found) => typeof found === 'string')

/** `{ type: 'image', image: { url } }` is `{ type: 'image', url }`, and `{ text: { body } }` a text. */
function flatten(value: Loose): Loose {
  const type = value.type ?? (typeof value.text === 'string' ? 'text' : undefined)
  const inner = typeof type === 'string' ? value[type] : undefined
  const flat: Loose = isLoose(inner) ? { ...value, ...inner, type } : { ...value, type }
  if (type === 'text' && typeof flat.text !== 'string') return { ...flat, text: flat.body }
  if (type === 'audio' && flat.ptt === true) return { ...flat, type: 'voice' }
  if (type === 'contact') return toContacts(flat)
  return flat
}

const toContacts = (contact: Loose): Loose => ({
  type: 'contacts',
  contacts: [
    {
      name: firstText(contact, ['fullName', 'name']),
      phones: [{ phone: firstText(contact, ['phoneNumber', 'phone']) }],
    },
  ],
})
