import { proto } from '@whiskeysockets/baileys'
import type { ChoiceContent, TapContent } from '../content.ts'
import type { ReceivedButton, ReceivedMessage } from '../received-message.ts'
import type { ChatMessage, ComposeContext } from './compose-message.ts'

/** What today's phones write into a reply to a native flow. */
const REPLY_VERSION = 3

/**
 * A tap on a button, as a person does it: only on what the phone shows.
 * @throws {Error} when the phone does not show the message or has no such button.
 */
export function composeTap(content: TapContent, context: ComposeContext): proto.IMessage {
  const chatMessage = context.findMessage(content.messageId)
  const button = findButton(shownMessage(chatMessage, content.messageId), content.button)
  const contextInfo = replyTo(content.messageId, chatMessage)
  switch (content.form ?? 'nativeFlow') {
    case 'nativeFlow':
      return nativeFlowReply('quick_reply', contextInfo, {
        text: button.title,
        parameters: { id: button.id, display_text: button.title },
      })
    case 'buttons':
      return {
        buttonsResponseMessage: {
          selectedButtonId: button.id,
          selectedDisplayText: button.title,
          type: proto.Message.ButtonsResponseMessage.Type.DISPLAY_TEXT,
          contextInfo,
        },
      }
    case 'template':
      return {
        templateButtonReplyMessage: {
          selectedId: button.id,
          selectedDisplayText: button.title,
          selectedIndex: 0,
          contextInfo,
        },
      }
  }
}

/** A row chosen from a list. The same conditions as for a tap. */
export function composeChoice(content: ChoiceContent, context: ComposeContext): proto.IMessage {
  const chatMessage = context.findMessage(content.messageId)
  const row = findRow(shownMessage(chatMessage, content.messageId), content.row)
  const contextInfo = replyTo(content.messageId, chatMessage)
  switch (content.form ?? 'nativeFlow') {
    case 'nativeFlow':
      return nativeFlowReply('menu_options', contextInfo, {
        text: row.title,
        parameters: { id: row.id, title: row.title, description: row.description },
      })
    case 'list':
      return {
        listResponseMessage: {
          title: row.title,
          description: row.description,
          listType: proto.Message.ListResponseMessage.ListType.SINGLE_SELECT,
          singleSelectReply: { selectedRowId: row.id },
          contextInfo,
        },
      }
  }
}

function shownMessage({ received }: ChatMessage, messageId: string): ReceivedMessage {
  if (!received) throw new Error(`Message ${messageId} was sent by this phone`)
  if (received.notShownBecause) {
    throw new Error(`The phone does not show message ${messageId}: ${received.notShownBecause}`)
  }
  return received
}

function findButton({ buttons }: ReceivedMessage, name: string): ReceivedButton {
  const replies = buttons.filter(({ kind }) => kind === 'reply')
  const found = replies.find(({ id, title }) => id === name || title === name)
  if (found) return found
  throw new Error(`No button "${name}"; there are: ${titles(replies)}`)
}

function findRow({ sections }: ReceivedMessage, name: string) {
  const rows = sections.flatMap((section) => section.rows)
  const found = rows.find(({ id, title }) => id === name || title === name)
  if (found) return found
  throw new Error(`No row "${name}"; there are: ${titles(rows)}`)
}

function titles(entries: { title: string }[]): string {
  return entries.map(({ title }) => `"${title}"`).join(', ') || 'none'
}

function replyTo(messageId: string, { authorJid, message }: ChatMessage): proto.IContextInfo {
  return { stanzaId: messageId, participant: authorJid, quotedMessage: message }
}

function nativeFlowReply(
  name: string,
  contextInfo: proto.IContextInfo,
  reply: { text: string; parameters: Record<string, string> },
): proto.IMessage {
  return {
    interactiveResponseMessage: {
      body: {
        text: reply.text,
        format: proto.Message.InteractiveResponseMessage.Body.Format.DEFAULT,
      },
      nativeFlowResponseMessage: {
        name,
        paramsJson: JSON.stringify(reply.parameters),
        version: REPLY_VERSION,
      },
      contextInfo,
    },
  }
}
