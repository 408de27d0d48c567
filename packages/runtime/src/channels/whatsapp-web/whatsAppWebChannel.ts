import { createHash } from 'node:crypto'
import { CAPABILITIES, withoutTaps } from '@parley/shared'
import type { Channel } from '../../pipeline/ports/channel.ts'
import { resolveWhatsAppAddress } from './address.ts'
import { settingsOf, type WhatsAppWebOptions } from './options.ts'

const BURST_SECONDS = 3
const TEXT_ONLY = withoutTaps(CAPABILITIES['whatsapp-web'])

/** WhatsApp by its web protocol, through Baileys: any ordinary or business number, linked like a computer. */
export function whatsAppWebChannel(options: WhatsAppWebOptions): Channel {
  return {
    type: 'whatsapp-web',
    // Phones drop a message whose id they have.
    resendIsSafe: true,
    capabilities: (number, { isGroup }) => {
      const canTap = !isGroup && settingsOf(number).interactive === 'native'
      return canTap ? CAPABILITIES['whatsapp-web'] : TEXT_ONLY
    },
    pacing: (number) => {
      const { messagesPerSecond: perSecond } = settingsOf(number)
      return { perSecond, burst: Math.ceil(perSecond * BURST_SECONDS), pairGapMs: 0 }
    },
    // The form of WhatsApp's own web client, so that nothing about our messages is particular.
    newMessageId: (_number, seed) =>
      `3EB0${createHash('sha256').update(seed).digest('hex').slice(0, 18).toUpperCase()}`,
    resolveAddress: resolveWhatsAppAddress,
    connect: async (number, handlers, lease) => {
      // Baileys takes most of a second to load, which a server without such a number need not wait for.
      const { WhatsAppLine } = await import('./WhatsAppLine.ts')
      const line = new WhatsAppLine(options, number, handlers, lease)
      await line.open()
      return line
    },
  }
}
