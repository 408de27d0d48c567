import { proto } from '@whiskeysockets/baileys'
import { z } from 'zod'
import type { PhoneContent, SendOptions } from '../phone/content.ts'

/** Requests of the control API. Bytes travel as base64, instants as ISO 8601. */

const automaticReceipts = z.enum(['none', 'delivered', 'read'])
const addressMode = z.enum(['lid', 'lid-only', 'number'])

export const newPhone = z.strictObject({
  number: z.string().regex(/^\d+$/).exactOptional(),
  lid: z.string().regex(/^\d+$/).exactOptional(),
  name: z.string().exactOptional(),
  addressMode: addressMode.exactOptional(),
  automaticReceipts: automaticReceipts.exactOptional(),
})

export const phoneSettings = z.strictObject({
  automaticReceipts: automaticReceipts.exactOptional(),
  asksForRetries: z.boolean().exactOptional(),
})

export const qrScan = z.strictObject({ qr: z.string() })
export const codeEntry = z.strictObject({ code: z.string() })

const media = {
  bytes: z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64')),
  mimeType: z.string().exactOptional(),
  caption: z.string().exactOptional(),
  fileName: z.string().exactOptional(),
  isVoice: z.boolean().exactOptional(),
  isViewOnce: z.boolean().exactOptional(),
  broken: z.enum(['missing', 'truncated', 'wrongHash', 'wrongMimeType']).exactOptional(),
}

const content = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string() }),
  z.strictObject({ type: z.enum(['image', 'video', 'audio', 'document', 'sticker']), ...media }),
  z.strictObject({
    type: z.literal('location'),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().exactOptional(),
    address: z.string().exactOptional(),
  }),
  z.strictObject({ type: z.literal('contact'), name: z.string(), number: z.string() }),
  z.strictObject({
    type: z.literal('pollVote'),
    pollId: z.string(),
    options: z.array(z.string()),
  }),
  z.strictObject({
    type: z.literal('tap'),
    messageId: z.string(),
    button: z.string(),
    form: z.enum(['nativeFlow', 'buttons', 'template']).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('choice'),
    messageId: z.string(),
    row: z.string(),
    form: z.enum(['nativeFlow', 'list']).exactOptional(),
  }),
  z.strictObject({ type: z.literal('reaction'), messageId: z.string(), emoji: z.string() }),
  z.strictObject({ type: z.literal('edit'), messageId: z.string(), text: z.string() }),
  z.strictObject({ type: z.literal('deletion'), messageId: z.string() }),
  z.strictObject({ type: z.literal('unknown') }),
  z.strictObject({
    type: z.literal('raw'),
    message: z
      .record(z.string(), z.unknown())
      .transform((message): proto.IMessage => proto.Message.fromObject(message)),
  }),
]) satisfies z.ZodType<PhoneContent>

const sendOptions = z.strictObject({
  id: z.string().exactOptional(),
  sentAt: z.iso
    .datetime()
    .transform((text) => new Date(text))
    .exactOptional(),
  quotedId: z.string().exactOptional(),
  mentions: z.array(z.string()).exactOptional(),
  expiresInSeconds: z.number().exactOptional(),
  undecryptable: z.enum(['once', 'always']).exactOptional(),
  deliveries: z.number().int().min(1).exactOptional(),
}) satisfies z.ZodType<SendOptions>

export const newMessage = z.strictObject({
  /** A number, or the jid of an account or a group. */
  to: z.string(),
  content,
  options: sendOptions.exactOptional(),
})

/** Many texts at once, without a request for each; `{i}` in `text` becomes 0, 1, 2… */
export const burst = z.strictObject({
  to: z.string(),
  count: z.number().int().min(1),
  text: z.string(),
})

export const receipt = z.strictObject({
  messageId: z.string(),
  kind: z.enum(['delivered', 'read', 'played']),
})

export const typing = z.strictObject({
  to: z.string(),
  state: z.enum(['composing', 'recording', 'paused']),
})

export const presence = z.strictObject({ isOnline: z.boolean(), to: z.string().exactOptional() })

export const retry = z.strictObject({
  messageId: z.string(),
  withKeys: z.boolean().exactOptional(),
})

/** What to do to the connections of an account. */
export const connectionTrouble = z.strictObject({
  type: z.enum([
    'drop',
    'unlink',
    'restart',
    'replaced',
    'loggedOut',
    'banned',
    'unavailable',
    'unknown',
  ]),
})

/** `null` ends a trouble. */
export const troubles = z.strictObject({
  latencyMs: z.number().min(0).exactOptional(),
  refuseUpgradesWith: z.number().int().nullable().exactOptional(),
  refuseLoginsWith: z.number().int().nullable().exactOptional(),
  messageRefusals: z
    .array(
      z.strictObject({
        code: z.number().int(),
        which: z.enum(['all', 'interactive']).exactOptional(),
        to: z.string().exactOptional(),
        times: z.number().int().exactOptional(),
      }),
    )
    .exactOptional(),
  ignoredRequests: z.array(z.string()).exactOptional(),
  failUploads: z.number().int().exactOptional(),
  failDownloads: z.number().int().exactOptional(),
  withholdLids: z.boolean().exactOptional(),
})

export const newGroup = z.strictObject({
  subject: z.string(),
  /** Numbers of phones. */
  owner: z.string(),
  members: z.array(z.string()),
  addressing: z.enum(['lid', 'number']).exactOptional(),
})

export const memberChange = z.strictObject({
  change: z.enum(['add', 'remove', 'promote', 'demote']),
  /** Number of the phone that does it. */
  actor: z.string(),
  members: z.array(z.string()),
})
