import { proto } from '@whiskeysockets/baileys'
import type { PhoneContent } from '../content.ts'
import type { ComposeContext } from './compose-message.ts'

type Content<T extends PhoneContent['type']> = Extract<PhoneContent, { type: T }>

export function composeReaction(
  { messageId, emoji }: Content<'reaction'>,
  context: ComposeContext,
): proto.IMessage {
  const { key } = context.findMessage(messageId)
  return { reactionMessage: { key, text: emoji, senderTimestampMs: Date.now() } }
}

/** People can edit only what they wrote, and so does a phone. */
export function composeEdit(
  { messageId, text }: Content<'edit'>,
  context: ComposeContext,
): proto.IMessage {
  return {
    protocolMessage: {
      type: proto.Message.ProtocolMessage.Type.MESSAGE_EDIT,
      key: ownKey(messageId, context),
      editedMessage: { conversation: text },
      timestampMs: Date.now(),
    },
  }
}

export function composeDeletion(
  { messageId }: Content<'deletion'>,
  context: ComposeContext,
): proto.IMessage {
  return {
    protocolMessage: {
      type: proto.Message.ProtocolMessage.Type.REVOKE,
      key: ownKey(messageId, context),
    },
  }
}

function ownKey(messageId: string, context: ComposeContext): proto.IMessageKey {
  const { key } = context.findMessage(messageId)
  if (!key.fromMe) throw new Error(`Message ${messageId} was not sent by this phone`)
  return key
}
