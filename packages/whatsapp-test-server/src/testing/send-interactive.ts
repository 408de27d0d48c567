import { type BinaryNode, generateWAMessageFromContent, type proto } from '@whiskeysockets/baileys'
import type { Bot } from './bot.ts'

export interface FlowButton {
  name: string
  parameters: object
}

/** The announcement without which phones show no native flow. */
export function flowAnnouncement(name = 'mixed'): BinaryNode {
  const flow = { tag: 'native_flow', attrs: { v: '9', name } }
  const interactive = {
    tag: 'interactive',
    attrs: { type: 'native_flow', v: '1' },
    content: [flow],
  }
  return { tag: 'biz', attrs: {}, content: [interactive] }
}

/** Sends buttons as production code has to: Baileys has no function for it. @returns the message id. */
export async function sendInteractive(
  bot: Bot,
  jid: string,
  options: { buttons: FlowButton[]; announcement?: BinaryNode | undefined },
): Promise<string> {
  const { buttons, announcement = flowAnnouncement() } = options
  return relay(bot, jid, {
    announcement,
    content: {
      interactiveMessage: {
        header: { title: 'Pizza' },
        body: { text: 'What would you like?' },
        footer: { text: 'Open until 23:00' },
        nativeFlowMessage: {
          buttons: buttons.map(({ name, parameters }) => ({
            name,
            buttonParamsJson: JSON.stringify(parameters),
          })),
        },
      },
    },
  })
}

/** Sends a message in WhatsApp's own form. @returns the message id. */
export async function relay(
  bot: Bot,
  jid: string,
  options: { content: proto.IMessage; announcement?: BinaryNode | undefined },
): Promise<string> {
  const userJid = bot.auth.state.creds.me?.id ?? ''
  const { key, message } = generateWAMessageFromContent(jid, options.content, { userJid })
  const { announcement } = options
  await bot.socket.relayMessage(jid, message ?? {}, {
    messageId: key.id ?? '',
    additionalNodes: announcement ? [announcement] : [],
  })
  return key.id ?? ''
}
