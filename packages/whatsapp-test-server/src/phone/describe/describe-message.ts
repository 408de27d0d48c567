import { proto } from '@whiskeysockets/baileys'
import type { BinaryNode } from '../../wire/node.ts'
import type { ReceivedMessage } from '../received-message.ts'
import { describeInteractive } from './describe-interactive.ts'
import { describeButtons, describeList, describeTemplate } from './describe-legacy-buttons.ts'
import { contextOf, textOfMessage, unwrap } from './unwrap.ts'

/** What a kind of message says of itself; everything that is left out is empty. */
export type Description = Pick<ReceivedMessage, 'type'> & Partial<ReceivedMessage>

type ContentFields = Omit<
  ReceivedMessage,
  'id' | 'from' | 'to' | 'group' | 'receivedAt' | 'encryption' | 'stanzaType' | 'media'
>

/** The content of a message in plain JSON, except for its media, which have to be fetched. */
export function describeMessage(message: proto.IMessage, stanza: BinaryNode): ContentFields {
  const { content, isViewOnce, ownCopyFor } = unwrap(message)
  return {
    text: textOfMessage(content),
    title: '',
    footer: '',
    buttons: [],
    sections: [],
    contacts: [],
    isViewOnce,
    ...(ownCopyFor !== undefined && { ownCopyFor }),
    ...describeContext(contextOf(content)),
    ...describeContent(content, stanza),
  }
}

function describeContent(content: proto.IMessage, stanza: BinaryNode): Description {
  if (content.conversation || content.extendedTextMessage) return { type: 'text' }
  if (content.imageMessage) return { type: 'image' }
  if (content.videoMessage) return { type: 'video' }
  if (content.audioMessage) return { type: content.audioMessage.ptt ? 'voice' : 'audio' }
  if (content.documentMessage) return { type: 'document' }
  if (content.stickerMessage) return { type: 'sticker' }
  if (content.locationMessage) return describeLocation(content.locationMessage)
  if (content.contactMessage) return describeContacts([content.contactMessage])
  if (content.contactsArrayMessage) {
    return describeContacts(content.contactsArrayMessage.contacts ?? [])
  }
  if (content.interactiveMessage) return describeInteractive(content.interactiveMessage, stanza)
  if (content.buttonsMessage) return describeButtons(content.buttonsMessage)
  if (content.listMessage) return describeList(content.listMessage)
  if (content.templateMessage) return describeTemplate(content.templateMessage)
  if (content.reactionMessage) return describeReaction(content.reactionMessage)
  if (content.protocolMessage) return describeProtocolMessage(content.protocolMessage)
  const poll =
    content.pollCreationMessage ?? content.pollCreationMessageV2 ?? content.pollCreationMessageV3
  return poll ? describePoll(poll) : { type: 'unknown' }
}

function describeContext(context: proto.IContextInfo | undefined) {
  return {
    mentions: context?.mentionedJid ?? [],
    isForwarded: context?.isForwarded ?? false,
    ...(context?.expiration && { expiresInSeconds: context.expiration }),
    ...(context?.stanzaId && {
      quoted: {
        messageId: context.stanzaId,
        participant: context.participant ?? '',
        text: context.quotedMessage ? textOfMessage(context.quotedMessage) : '',
      },
    }),
  }
}

function describeLocation(location: proto.Message.ILocationMessage): Description {
  return {
    type: 'location',
    location: {
      latitude: location.degreesLatitude ?? 0,
      longitude: location.degreesLongitude ?? 0,
      name: location.name ?? '',
      address: location.address ?? '',
    },
  }
}

function describeContacts(contacts: proto.Message.IContactMessage[]): Description {
  return {
    type: 'contact',
    contacts: contacts.map(({ displayName, vcard }) => ({
      name: displayName ?? '',
      vcard: vcard ?? '',
    })),
  }
}

function describeReaction({ key, text }: proto.Message.IReactionMessage): Description {
  return { type: 'reaction', aboutId: key?.id ?? '', emoji: text ?? '' }
}

function describePoll({
  name,
  options,
  selectableOptionsCount,
}: proto.Message.IPollCreationMessage): Description {
  return {
    type: 'poll',
    text: name ?? '',
    poll: {
      question: name ?? '',
      options: (options ?? []).map(({ optionName }) => optionName ?? ''),
      maxSelections: selectableOptionsCount ?? 0,
    },
  }
}

/** Edits and deletions are messages about messages. */
function describeProtocolMessage(message: proto.Message.IProtocolMessage): Description {
  const { REVOKE, MESSAGE_EDIT } = proto.Message.ProtocolMessage.Type
  const aboutId = message.key?.id ?? ''
  if (message.type === MESSAGE_EDIT) {
    const text = message.editedMessage ? textOfMessage(message.editedMessage) : ''
    return { type: 'edit', aboutId, text }
  }
  // REVOKE is 0, which protobuf may leave out.
  const isDeletion = (message.type ?? REVOKE) === REVOKE && aboutId !== ''
  return isDeletion ? { type: 'deletion', aboutId } : { type: 'unknown' }
}
