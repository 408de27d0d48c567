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
import type { Tapped } from '../ui/message/ChoiceViews.tsx'
import { MessageBubble } from '../ui/message/MessageBubble.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'

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
        <div key={index} className="flex items-end gap-1.5">
          <MessageBubble
            className="min-w-0 flex-1"
            content={each}
            direction="outbound"
            perspective="contact"
            at={at}
            hasTail={hasTail && index === 0}
            onTap={onTap}
            onOpenList={onOpenList}
          />
          {isAdapted && index === shown.length - 1 && (
            <Adapted channel={t(`simulator.channels.${channel}`)} />
          )}
        </div>
      ))}
    </div>
  )
})

function Adapted({ channel }: { channel: string }) {
  const words = t('simulator.adapted', { channel })
  return (
    <Tooltip content={words}>
      <button
        type="button"
        aria-label={words}
        className="-ms-8 flex size-6 shrink-0 items-center justify-center rounded-full text-bubble-meta hover:text-bubble-ink"
      >
        <Wand2 className="size-3.5" aria-hidden />
      </button>
    </Tooltip>
  )
}
