import { type Capabilities, type ChannelType, countText, type TextLimit } from '@parley/shared'

/** Which limit of a channel holds for a field; nothing: the channel has none. */
export type LimitOf = (capabilities: Capabilities) => TextLimit | null | undefined

/** The limit of a message that is nothing but text. */
export const TEXT_LIMIT: LimitOf = ({ text }) => text

export interface Used {
  readonly channel: ChannelType
  readonly limit: TextLimit
  /** Counted as that channel counts. */
  readonly used: number
}

/** The limit that a text comes to first, of all channels that the flow answers on. Null where no channel has one. */
export function tightestLimit(
  text: string,
  channels: readonly Capabilities[],
  limitOf: LimitOf,
): Used | null {
  const all = channels.flatMap((each): readonly Used[] => {
    const limit = limitOf(each)
    return limit ? [{ channel: each.channel, limit, used: countText(text, limit.unit) }] : []
  })
  return all.reduce<Used | null>(
    (least, next) => (least === null || leftOf(next) < leftOf(least) ? next : least),
    null,
  )
}

const leftOf = ({ limit, used }: Used) => limit.max - used
