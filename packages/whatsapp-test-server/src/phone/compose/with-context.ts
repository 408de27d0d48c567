import type { proto } from '@whiskeysockets/baileys'
import type { SendOptions } from '../content.ts'
import type { ComposeContext } from './compose-message.ts'

/** What a message says of its surroundings. Undefined when it says nothing. */
export function composeContextInfo(
  { quotedId, mentions, expiresInSeconds }: SendOptions,
  context: ComposeContext,
): proto.IContextInfo | undefined {
  if (!quotedId && !mentions && !expiresInSeconds) return undefined
  const quoted = quotedId === undefined ? undefined : context.findMessage(quotedId)
  return {
    ...(quotedId &&
      quoted && {
        stanzaId: quotedId,
        participant: quoted.authorJid,
        quotedMessage: quoted.message,
      }),
    ...(mentions && { mentionedJid: mentions }),
    ...(expiresInSeconds && { expiration: expiresInSeconds }),
  }
}

/** Puts the surroundings into whichever part of the message has the content; plain text has no place for them. */
export function withContext(
  message: proto.IMessage,
  contextInfo: proto.IContextInfo | undefined,
): proto.IMessage {
  if (!contextInfo) return message
  if (message.conversation) {
    return { extendedTextMessage: { text: message.conversation, contextInfo } }
  }
  const inner = message.viewOnceMessageV2?.message
  if (inner) return { viewOnceMessageV2: { message: withContext(inner, contextInfo) } }
  const entries = Object.entries(message).map(([name, part]) => {
    const existing: unknown = part?.contextInfo
    const merged = typeof existing === 'object' ? { ...existing, ...contextInfo } : contextInfo
    return [name, { ...part, contextInfo: merged }]
  })
  return Object.fromEntries(entries)
}
