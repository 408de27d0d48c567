import type { InboundMessage, NumberRecord } from '../pipeline/index.ts'

/** Records with defaults: a test writes only what matters to it. */
export const aNumber = (given: Partial<NumberRecord> = {}): NumberRecord => ({
  id: 'num_1',
  workspaceId: 'ws_1',
  name: 'Shop',
  channel: 'sandbox',
  phone: '',
  wanted: 'connected',
  status: 'connected',
  statusReason: '',
  pairing: null,
  settings: {},
  createdAt: 0,
  ...given,
})

let serial = 0

/** A text from a customer's phone. */
export function anInbound(
  text: string,
  { from = '15551234567', ...given }: Partial<InboundMessage> & { from?: string } = {},
): InboundMessage {
  serial += 1
  return {
    channelMessageId: `in-${serial}`,
    aliases: [`phone:${from}`],
    address: from,
    name: 'Ana',
    isGroup: false,
    at: Date.UTC(2026, 0, 5, 9),
    content: { type: 'text', text },
    ...given,
  }
}
