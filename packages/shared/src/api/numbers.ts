import { z } from 'zod'
import { CHANNEL_TYPES } from '../capabilities.ts'
import { whatsAppSettings } from '../whatsAppSettings.ts'
import { instant } from './envelope.ts'

export const CONNECTION_STATUSES = [
  'disconnected',
  'connecting',
  'needsScan',
  'connected',
  'loggedOut',
  'failed',
] as const
export const connectionStatus = z.enum(CONNECTION_STATUSES)

/** What a platform may answer to a send; docs/channels.md says what follows each. */
export const SANDBOX_FAILURES = [
  'transient',
  'ambiguous',
  'rateNumber',
  'ratePair',
  'offline',
  'quality',
  'windowClosed',
  'recipientGone',
  'optedOut',
  'template',
  'media',
  'auth',
  'permission',
  'invalid',
] as const

/** Sends of a sandbox number fail, as a platform would refuse them. */
export const sandboxFailing = z.strictObject({
  failureClass: z.enum(SANDBOX_FAILURES),
  /** Shown as the reason. */
  message: z.string().max(500).default('The sandbox was told to fail.'),
  /** How many sends; all, until this is taken back, when null. */
  times: z.number().int().min(1).max(100_000).nullable().default(null),
})
export type SandboxFailing = z.infer<typeof sandboxFailing>

/** How a sandbox number behaves. */
export const sandboxSettings = z.strictObject({
  /** False: the number is offline, its queue waits. */
  connected: z.boolean(),
  /** True: a sent message is delivered and read by itself. False: it stays sent until told otherwise. */
  autoStatus: z.boolean(),
  /** The channel whose limits it obeys: what cannot be shown there is shown as it would be there. */
  imitates: z.enum(CHANNEL_TYPES),
  /** Whether and how sends fail; null: they go well. */
  failing: sandboxFailing.nullable(),
})
export type SandboxSettings = z.infer<typeof sandboxSettings>
export const changeSandboxRequest = sandboxSettings.partial()

export const number = z.object({
  id: z.string(),
  name: z.string(),
  channel: z.enum(CHANNEL_TYPES),
  /** E.164 with +; empty until the platform tells. */
  phone: z.string(),
  status: connectionStatus,
  /** What is going on and what to do, for people. */
  statusReason: z.string(),
  /** What its owner wants; the server works towards it, restarts included. */
  wanted: z.enum(['connected', 'disconnected']),
  /** How the number's key begins. */
  keyPrefix: z.string(),
  /** Present on sandbox numbers. */
  sandbox: sandboxSettings.optional(),
  /** Present on `whatsapp-web` numbers: how they send. */
  settings: whatsAppSettings.optional(),
  createdAt: instant,
})
export type ConnectedNumber = z.infer<typeof number>

export const createNumberRequest = z.strictObject({
  name: z.string().trim().min(1).max(100),
  channel: z.enum(CHANNEL_TYPES),
  /** For sandbox numbers only. */
  sandbox: changeSandboxRequest.optional(),
})
export const updateNumberRequest = z
  .strictObject({
    name: z.string().trim().min(1).max(100).optional(),
    /** For `whatsapp-web` numbers only. What is left out stays as it is; the change counts for the next message. */
    settings: whatsAppSettings.partial().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'must change something')
export const createdNumber = number.extend({
  /** Key of this number alone (`Authorization: Bearer`), shown only now. */
  sessionKey: z.string(),
  /** With a new number: its name where numbers are called instances, */
  instanceId: z.number().int().optional(),
  /** and the token that goes with it in query strings, shown only now. */
  token: z.string().optional(),
})
export type CreatedNumber = z.infer<typeof createdNumber>

/** The phone that will be linked by typing a code on it. */
export const pairingCodeRequest = z.strictObject({
  phone: z
    .string()
    .transform((text) => text.replaceAll(/\D/g, ''))
    .refine((digits) => /^\d{7,15}$/.test(digits), 'must be a phone number with its country code'),
})

export const pairingCode = z.object({
  /** Text of the QR code to scan. */
  qr: z.string(),
  /** Eight characters to type on the phone instead; null when none was asked for. */
  code: z.string().nullable(),
  /** A new one follows by itself. */
  expiresAt: instant,
})
