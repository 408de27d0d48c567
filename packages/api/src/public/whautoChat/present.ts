import type { ContactRecord, MessageRecord, NumberRecord } from '@parley/runtime/pipeline'
import { contentText } from '@parley/shared'
import { toSecond } from '../../http/answers.ts'
import { presentPhone } from '../../routes/contacts/present.ts'

/** The answer to everything that is done with a message. */
export const presentResult = ({ id, status, scheduled, failure }: MessageRecord) => ({
  id,
  status: status === 'queued' && scheduled ? 'scheduled' : status,
  error: failure?.message ?? '',
})

/** Where a request became several messages, the first one stands for all. */
export function presentSent(messages: readonly [MessageRecord, ...MessageRecord[]]) {
  const [first] = messages
  return {
    ...presentResult(first),
    ...(messages.length > 1 && { ids: messages.map(({ id }) => id) }),
  }
}

/** A message that waits for its time. `contact` is undefined when it was deleted since. */
export const presentScheduled = (
  message: MessageRecord,
  { contact, number }: { contact: ContactRecord | undefined; number: NumberRecord | undefined },
) => ({
  ...presentResult(message),
  channel: number?.channel ?? '',
  contact: { id: message.contactId },
  recepient: { phoneNumber: presentPhone(contact?.phone ?? '') },
  workspace: { id: message.workspaceId },
  type: message.content.type,
  textMessage: contentText(message.content),
  scheduleDateTime: toSecond(message.dueAt),
  createdAt: toSecond(message.createdAt),
})
