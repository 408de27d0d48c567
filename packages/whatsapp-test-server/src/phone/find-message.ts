import type { Account } from '../accounts/account.ts'
import type { ChatMessage } from './compose/compose-message.ts'
import type { Inbox } from './inbox.ts'
import type { Outbox } from './outbox.ts'
import { chatJid, jidInChat, type Recipient } from './recipient.ts'

/**
 * A message that a phone received or sent, as the phone names it when it writes about it.
 * @throws {Error} when the phone knows no such message.
 */
export function findMessage(
  messageId: string,
  phone: { account: Account; inbox: Inbox; outbox: Outbox },
): ChatMessage {
  const { account, inbox, outbox } = phone
  const stored = inbox.find(messageId)
  if (stored) {
    const { group, from } = stored.delivery
    const chat: Recipient = group
      ? { type: 'group', group }
      : { type: 'account', account: from.account }
    const remoteJid = chatJid(chat, account)
    const authorJid = group?.jidOf(from.account) ?? remoteJid
    const key = {
      remoteJid,
      fromMe: false,
      id: messageId,
      ...(group && { participant: authorJid }),
    }
    return { key, message: stored.message, authorJid, received: stored.received }
  }
  const sent = outbox.find(messageId)
  if (!sent) throw new Error(`${account.number} knows no message ${messageId}`)
  const { recipient, message } = sent
  return {
    key: { remoteJid: chatJid(recipient, account), fromMe: true, id: messageId },
    message,
    authorJid: jidInChat(account, recipient),
  }
}
