import type { LogEntry, Simulation } from '@parley/runtime/engine'
import type { ContentOf, InboundContent } from '@parley/shared'
import { useCallback, useState } from 'react'
import { t } from '../i18n/t.ts'
import type { Tapped } from '../ui/message/Choice.tsx'
import { MessageBubble } from '../ui/message/MessageBubble.tsx'
import { ListSheet } from './ListSheet.tsx'
import { LogLine } from './LogLine.tsx'
import { SentMessage } from './SentMessage.tsx'
import type { NodeWords } from './useNodeWords.ts'

/** The conversation on the contact's phone. */
export function Chat({
  simulation,
  words,
  isRemembered,
  onSend,
  onGoTo,
  onForget,
}: {
  simulation: Simulation
  words: NodeWords
  isRemembered: (nodeId: string) => boolean
  onSend: (content: InboundContent) => void
  onGoTo: (nodeId: string) => void
  onForget: (nodeId: string) => void
}) {
  const { log, channel } = simulation
  const [list, setList] = useState<ContentOf<'list'> | null>(null)
  const tap = useCallback(
    ({ type, id, title }: Tapped) => {
      setList(null)
      onSend(
        type === 'pollOption'
          ? { type: 'pollVote', pollMessageId: '', options: [title] }
          : { type: 'tap', id, title },
      )
    },
    [onSend],
  )
  return (
    <div className="relative min-h-0 flex-1 bg-chat">
      {/* Turned around, the browser itself keeps the newest message in sight. */}
      <div className="flex h-full flex-col-reverse overflow-y-auto overscroll-contain px-3 py-4">
        <div
          role="log"
          aria-label={t('simulator.conversation')}
          aria-live="polite"
          className="mb-auto"
        >
          {log.map((entry, index) => {
            const hasTail = sideOf(log[index - 1]) !== sideOf(entry)
            const space = hasTail ? 'mt-3 first:mt-0' : 'mt-1'
            // What the author changed beside the conversation, and time, are nothing that is said.
            if (entry.type === 'setUp' || entry.type === 'waited') return null
            if (entry.type === 'sent') {
              return (
                <div key={entry.id} className={space}>
                  <SentMessage
                    content={entry.content}
                    channel={channel}
                    at={entry.at}
                    hasTail={hasTail}
                    onTap={tap}
                    onOpenList={setList}
                  />
                </div>
              )
            }
            if (entry.type === 'received') {
              return (
                <MessageBubble
                  key={entry.id}
                  className={space}
                  content={entry.content}
                  direction="inbound"
                  perspective="contact"
                  status="read"
                  at={entry.at}
                  hasTail={hasTail}
                />
              )
            }
            return (
              <LogLine
                key={entry.id}
                entry={entry}
                words={words}
                isRemembered={isRemembered}
                onGoTo={onGoTo}
                onForget={onForget}
              />
            )
          })}
        </div>
      </div>
      {list && <ListSheet list={list} onTap={tap} onClose={() => setList(null)} />}
    </div>
  )
}

const sideOf = (entry: LogEntry | undefined): string | undefined => entry?.type
