import { z } from 'zod'

/** What the methods answer. */

export const refusal = z.object({ error: z.string() })

/** That nothing was done, and why: with status 200, as this product has it. */
const undone = <Key extends string>(key: Key) =>
  z.object({ [key]: z.literal(false), message: z.string() })

const id = z.string().describe('Whether it is ours, its chat, and the platform’s id in hex')
const chatId = z.string().describe('17472822486@c.us, or …@g.us for a group')

export const sentAnswer = z.union([
  z.object({
    sent: z.literal(true),
    message: z.literal('ok'),
    id,
    queueNumber: z.number().int().optional(),
  }),
  undone('sent'),
])

export const groupAnswer = z.union([
  z.object({ created: z.literal(true), message: z.string(), chatId: chatId.optional() }),
  undone('created'),
])

export const readAnswer = z.union([
  z.object({ read: z.literal(true), message: z.literal('ok'), chatId }),
  undone('read'),
])

const message = z.object({
  id,
  body: z.string().describe('The text, or where the file is'),
  type: z.enum([
    'chat',
    'image',
    'video',
    'ptt',
    'audio',
    'document',
    'sticker',
    'location',
    'vcard',
    'multi_vcard',
  ]),
  senderName: z.string(),
  fromMe: z.boolean(),
  author: z.string(),
  time: z.number().int().describe('Seconds since 1970'),
  chatId,
  messageNumber: z.number().int(),
  chatName: z.string(),
  caption: z.string().nullable(),
  self: z.number().int(),
  isForwarded: z.number().int(),
  quotedMsgId: id.optional(),
  quotedMsgBody: z.string().optional(),
  quotedMsgType: z.string().optional(),
})
export const messagesAnswer = z.object({
  messages: z.array(message),
  lastMessageNumber: z.number().int(),
})

export const dialogsAnswer = z.object({
  dialogs: z.array(
    z.object({
      id: chatId,
      name: z.string(),
      image: z.string(),
      metadata: z.object({ isGroup: z.boolean(), participants: z.array(z.string()) }),
      last_time: z.number().int().describe('Seconds since 1970'),
    }),
  ),
})

export const statusAnswer = z.object({
  accountStatus: z.enum(['init', 'loading', 'got qr code', 'authenticated']),
  qrCode: z.string().describe('A PNG as a data URI').optional(),
  statusData: z
    .object({
      substatus: z.string(),
      title: z.string(),
      msg: z.string(),
      submsg: z.string(),
      actions: z.object({}),
    })
    .optional(),
})

export const meAnswer = z.object({ id: z.string(), name: z.string(), phone: z.string() })
export const logoutAnswer = z.object({ result: z.literal('Logout request sent to WhatsApp') })
export const rebootAnswer = z.object({ success: z.literal(true) })

export const queueAnswer = z.object({
  totalMessages: z.number().int(),
  first100: z.array(
    z.object({
      id: z.number().int(),
      body: z.string(),
      type: z.string(),
      chatId,
      last_try: z.number().int().describe('Milliseconds since 1970'),
      metadata: z.string().describe('JSON'),
    }),
  ),
})
export const clearAnswer = z.object({
  message: z.string(),
  messageTextsExample: z.array(z.string()),
})

export const webhookAnswer = z.object({ set: z.boolean(), webhookUrl: z.string().nullable() })
export const acknowledgementAnswer = z.object({
  set: z.literal(true).optional(),
  ackNotificationsOn: z.boolean(),
})
const settings = z.object({
  webhookUrl: z.string().nullable(),
  ackNotificationsOn: z.boolean(),
  sendDelay: z.number(),
  instanceStatuses: z.boolean(),
  webhookStatuses: z.boolean(),
  statusNotificationsOn: z.boolean(),
  chatUpdateOn: z.boolean(),
  videoUploadOn: z.boolean(),
  guaranteedHooks: z.boolean(),
  ignoreOldMessages: z.boolean(),
})
export const settingsAnswer = settings
export const settingsUpdateAnswer = z.object({ update: settings.partial() })
