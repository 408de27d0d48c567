import type { Message } from '@parley/shared/api'

/** One line of a thread as it is drawn: a day, or a message with what belongs to it. */
export type ThreadItem =
  | { readonly type: 'day'; readonly key: string; readonly at: number }
  | {
      readonly type: 'message'
      readonly key: string
      readonly message: Message
      readonly at: number
      readonly reactions: readonly string[]
      readonly quoted: Message | undefined
      /** First of a run of the same sender: bubbles after it stand close and without a tail. */
      readonly isFirstOfRun: boolean
    }

/** Messages further apart than this do not belong to one run. */
const RUN_GAP_MS = 5 * 60_000

/** Lays out a thread. `messages` come newest first, as they are loaded; the result is oldest first, as it is read. */
export function toThread(messages: readonly Message[]): readonly ThreadItem[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  const reactions = reactionsByMessage(messages, byId)
  const items: ThreadItem[] = []
  let before: Message | undefined
  for (const message of messages.toReversed()) {
    // Shown on the message that it is about, when that one is loaded.
    if (message.content.type === 'reaction' && byId.has(message.content.messageId)) continue
    const at = Date.parse(message.createdAt)
    const isNewDay = !before || dayOf(Date.parse(before.createdAt)) !== dayOf(at)
    if (isNewDay) items.push({ type: 'day', key: `day-${message.id}`, at })
    items.push({
      type: 'message',
      key: message.id,
      message,
      at,
      reactions: reactions.get(message.id) ?? [],
      quoted: message.quotedMessageId ? byId.get(message.quotedMessageId) : undefined,
      isFirstOfRun: isNewDay || !before || !isSameRun(before, message),
    })
    before = message
  }
  return items
}

/** The reactions that count: each side's last one, and none when that one took it back. */
function reactionsByMessage(
  newestFirst: readonly Message[],
  byId: ReadonlyMap<string, Message>,
): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<string>()
  const reactions = new Map<string, string[]>()
  for (const { content, direction } of newestFirst) {
    if (content.type !== 'reaction' || !byId.has(content.messageId)) continue
    const who = `${direction} ${content.messageId}`
    if (seen.has(who)) continue
    seen.add(who)
    if (content.emoji === '') continue
    reactions.set(content.messageId, [...(reactions.get(content.messageId) ?? []), content.emoji])
  }
  return reactions
}

function isSameRun(before: Message, message: Message): boolean {
  return (
    before.direction === message.direction &&
    senderKey(before) === senderKey(message) &&
    Date.parse(message.createdAt) - Date.parse(before.createdAt) < RUN_GAP_MS
  )
}

/** Tells senders on our side apart. */
function senderKey({ source }: Message): string {
  if (source?.type !== 'person') return source?.type ?? ''
  const { userId } = source
  return `person ${typeof userId === 'string' ? userId : ''}`
}

const dayOf = (at: number): string => new Date(at).toDateString()
