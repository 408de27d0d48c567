import { z } from 'zod'

export const TYPING_SPEEDS = ['slow', 'natural', 'fast'] as const

/** How a WhatsApp number sends that is linked like a computer (`whatsapp-web`). */
export const whatsAppSettings = z.strictObject({
  /** Shows "typing…" before a message. */
  typing: z.boolean(),
  /** How long that is shown: as long as somebody would type who types so. */
  typingSpeed: z.enum(TYPING_SPEEDS),
  /** Sustained rate. Far below 10 nobody was ever banned for speed alone; numbers that send much faster are. */
  messagesPerSecond: z.number().min(0.1).max(50),
  /** `native`: buttons and lists to tap. `text`: numbered text, for numbers whose customers do not see buttons. */
  interactive: z.enum(['native', 'text']),
})
export type WhatsAppSettings = z.infer<typeof whatsAppSettings>

const stored = z.object({
  typing: z.boolean().catch(true),
  typingSpeed: z.enum(TYPING_SPEEDS).catch('natural'),
  messagesPerSecond: z.number().positive().catch(10),
  interactive: z.enum(['native', 'text']).catch('native'),
})

/** Settings as they are kept with a number; what is missing or wrong there has its default. */
export const readWhatsAppSettings = (settings: object): WhatsAppSettings => stored.parse(settings)
