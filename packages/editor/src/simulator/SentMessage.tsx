import {
  CAPABILITIES,
  type ChannelType,
  type Content,
  type ContentOf,
  degrade,
} from '@parley/shared'
import { Wand2 } from 'lucide-react'
import { memo, useMemo } from 'react'
import { t } from '../i18n/t.ts'
import type { Tapped } from '../ui/message/Choice.tsx'
import { MessageBubble } from '../ui/message/MessageBubble.tsx'

/** What the flow sent, as the channel's customers get it: the very `degrade` that real messages go through. */
export const SentMessage = memo(function SentMessage({
  content,
  channel,
  at,
  hasTail,
  onTap,
  onOpenList,
}: {
  content: Content
  channel: ChannelType
  at: number
  hasTail: boolean
  onTap: (tapped: Tapped) => void
  onOpenList: (list: ContentOf<'list'>) => void
}) {
  const shown = useMemo(() => degrade(content, CAPABILITIES[channel]), [content, channel])
  const isAdapted = shown.length !== 1 || shown[0]?.type !== content.type
  return (
    <div className="flex flex-col gap-1">
      {shown.map((each, index) => (
        <MessageBubble
          key={index}
          content={each}
          direction="outbound"
          perspective="contact"
          at={at}
          hasTail={hasTail && index === 0}
          onTap={onTap}
          onOpenList={onOpenList}
        />
      ))}
      {isAdapted && (
        <p className="flex items-start gap-1.5 ps-1 text-xs text-bubble-meta">
          <Wand2 className="mt-0.5 size-3 shrink-0" aria-hidden />
          {t('simulator.adapted', { channel: t(`simulator.channels.${channel}`) })}
        </p>
      )}
    </div>
  )
})
