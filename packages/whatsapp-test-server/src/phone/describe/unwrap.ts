import type { proto } from '@whiskeysockets/baileys'

/** A message without the envelopes around it, and what these said. */
export interface Unwrapped {
  content: proto.IMessage
  isViewOnce: boolean
  /** Set on the copy that the sender's own phone gets. */
  ownCopyFor: string | undefined
}

/** Takes a message out of its envelopes: own copy, view once, disappearing, with caption… */
export function unwrap(message: proto.IMessage): Unwrapped {
  let content = message
  let isViewOnce = false
  let ownCopyFor: string | undefined
  for (;;) {
    const viewOnce =
      content.viewOnceMessage ?? content.viewOnceMessageV2 ?? content.viewOnceMessageV2Extension
    const ownCopy = content.deviceSentMessage
    if (viewOnce) isViewOnce = true
    if (ownCopy) ownCopyFor = ownCopy.destinationJid ?? ''
    const inner =
      viewOnce?.message ??
      ownCopy?.message ??
      content.ephemeralMessage?.message ??
      content.documentWithCaptionMessage?.message ??
      content.editedMessage?.message
    if (!inner) return { content, isViewOnce, ownCopyFor }
    content = inner
  }
}

/** The part of a message that has a content of its own, whatever its kind. */
export function contextOf(content: proto.IMessage): proto.IContextInfo | undefined {
  for (const part of Object.values(content)) {
    if (hasContext(part)) return part.contextInfo
  }
  return undefined
}

function hasContext(part: unknown): part is { contextInfo: proto.IContextInfo } {
  return typeof part === 'object' && part !== null && 'contextInfo' in part && !!part.contextInfo
}

/** The words of a message, for lists and quotes. */
export function textOfMessage(message: proto.IMessage): string {
  const { content } = unwrap(message)
  return (
    content.conversation ||
    content.extendedTextMessage?.text ||
    content.imageMessage?.caption ||
    content.videoMessage?.caption ||
    content.documentMessage?.caption ||
    content.interactiveMessage?.body?.text ||
    content.buttonsMessage?.contentText ||
    content.listMessage?.description ||
    content.templateMessage?.hydratedTemplate?.hydratedContentText ||
    ''
  )
}

/** Whether a message says something, beside the keys that may travel with it. */
export function hasContent(message: proto.IMessage): boolean {
  return Object.keys(message).some((part) => !CARRIED_ALONG.has(part))
}

const CARRIED_ALONG = new Set(['senderKeyDistributionMessage', 'messageContextInfo'])
