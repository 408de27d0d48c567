import type { ChannelType } from '@parley/shared'
import { FlaskConical, MessageCircle, MessagesSquare } from 'lucide-react'
import { cn } from './cn.ts'

/** What kind of number this is, at a glance. */
export function ChannelIcon({ channel, className }: { channel: ChannelType; className?: string }) {
  const Icon =
    channel === 'sandbox'
      ? FlaskConical
      : channel.startsWith('whatsapp')
        ? MessageCircle
        : MessagesSquare
  return (
    <span
      className={cn(
        'flex size-11 shrink-0 items-center justify-center rounded-card [&_svg]:size-5',
        channel === 'sandbox'
          ? 'bg-info-soft text-on-info-soft'
          : 'bg-success-soft text-on-success-soft',
        className,
      )}
      aria-hidden
    >
      <Icon />
    </span>
  )
}

/** Translation key of a channel's name. */
export const channelKey = (channel: ChannelType) => `numberWords.channels.${channel}` as const
