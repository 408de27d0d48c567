import { USUAL_CHANNEL } from '@parley/runtime/engine'
import type { ChannelType } from '@parley/shared'
import type { ConnectedNumber, FlowSummary } from '@parley/shared/api'

/** The channel that the flow's customers are on: of a number where it answers, or of any number; WhatsApp without one. */
export function preferredChannel(
  numbers: readonly ConnectedNumber[],
  publications: FlowSummary['publications'],
): ChannelType {
  const own = numbers.find(({ id }) => publications.some(({ numberId }) => numberId === id))
  const number = own ?? numbers.find(({ channel }) => channel !== 'sandbox') ?? numbers[0]
  return number?.sandbox?.imitates ?? number?.channel ?? USUAL_CHANNEL
}
