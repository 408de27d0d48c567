import {
  CAPABILITIES,
  type Content,
  degrade,
  type WhatsAppSettings,
  withoutTaps,
} from '@parley/shared'
import { proto, type WAMessage, type WASocket } from '@whiskeysockets/baileys'
import { ChannelError } from '../../pipeline/errors.ts'
import type { ChannelHandlers, OutboundMessage, SendReceipt } from '../../pipeline/ports/channel.ts'
import type { NumberRecord } from '../../pipeline/records.ts'
import { type Acknowledgement, Acknowledgements } from './acknowledgements.ts'
import { settingsOf, type WhatsAppWebOptions } from './options.ts'
import { isRefusedTap, toError, toSendError } from './refusals.ts'
import { relay } from './relay.ts'
import { type Rendered, toBaileys } from './toBaileys.ts'

const ACK_TIMEOUT_MS = 20_000
/** Per character, and at most: a conversation must not drag. */
const TYPING = {
  slow: { perCharacterMs: 40, maxMs: 4_000 },
  natural: { perCharacterMs: 15, maxMs: 1_200 },
  fast: { perCharacterMs: 5, maxMs: 400 },
} satisfies Record<WhatsAppSettings['typingSpeed'], object>

/** What a sender knows of its line. */
export interface SenderLine {
  readonly options: WhatsAppWebOptions
  readonly number: () => NumberRecord
  readonly findMessageKey: ChannelHandlers['findMessageKey']
  /** The socket while it is logged in. */
  readonly openSocket: () => WASocket | null
  /** WhatsApp has taken a message to this chat. */
  readonly onTaken: (jid: string) => void
}

/** Sends over a line, each message with the server's acknowledgement. */
export class LineSender {
  readonly #line: SenderLine
  readonly #acknowledgements = new Acknowledgements()
  readonly #knownJids = new Map<string, string>()
  /** Native flow messages were refused: this line's choices go as numbered text from now on. */
  #tapsRefused = false

  constructor(line: SenderLine) {
    this.#line = line
  }

  /** WhatsApp's server has taken a message, or refused it with this code. */
  acknowledge(channelMessageId: string, error: string | undefined): void {
    this.#acknowledgements.take(channelMessageId, error)
  }

  /** The line is down: what waits for an acknowledgement will not get it. */
  abandonAll(): void {
    this.#acknowledgements.abandonAll()
  }

  async send(message: OutboundMessage): Promise<SendReceipt> {
    const socket = this.#connected()
    const jid = await this.#jidOf(socket, message.to)
    await this.#type(socket, jid, message.content)
    if (!this.#tapsRefused) {
      const rendered = await this.#render(message.content)
      const answer = await this.#deliver(socket, jid, message, message.channelMessageId, rendered)
      if (answer.outcome === 'accepted') return { channelMessageId: message.channelMessageId }
      if (!isRefusedTap(rendered, answer)) throw toError(answer)
      this.#tapsRefused = true
      this.#line.options.logger.warn(
        { numberId: this.#line.number().id, code: 'code' in answer ? answer.code : undefined },
        'WhatsApp refused buttons; this number sends numbered text from now on',
      )
    }
    return this.#sendAsText(socket, jid, message)
  }

  /** What cannot be tapped is numbered; each part has an id of its own, because the first one was refused. */
  async #sendAsText(socket: WASocket, jid: string, message: OutboundMessage): Promise<SendReceipt> {
    const parts = degrade(message.content, withoutTaps(CAPABILITIES['whatsapp-web']))
    let channelMessageId = message.channelMessageId
    for (const [index, part] of parts.entries()) {
      const isChanged = part.type !== message.content.type
      channelMessageId = isChanged ? `${message.channelMessageId}${index}` : channelMessageId
      const rendered = await this.#render(part)
      const answer = await this.#deliver(socket, jid, message, channelMessageId, rendered)
      if (answer.outcome !== 'accepted') throw toError(answer)
    }
    return { channelMessageId, renderedAs: parts }
  }

  #render(content: Content): Promise<Rendered> {
    const { media, voiceNotes } = this.#line.options
    const { workspaceId } = this.#line.number()
    return toBaileys(content, {
      media: ({ mediaId, url }) => {
        if (mediaId !== undefined) return media.read(workspaceId, mediaId)
        if (url !== undefined) return media.fetch(url)
        throw new ChannelError('media', 'This message names no file to send.')
      },
      voiceNote: async (sound) => voiceNotes?.convert(sound) ?? sound,
      messageKey: (messageId) => this.#line.findMessageKey(messageId),
    })
  }

  async #deliver(
    socket: WASocket,
    jid: string,
    message: OutboundMessage,
    messageId: string,
    rendered: Rendered,
  ): Promise<Acknowledgement> {
    const acknowledgement = this.#acknowledgements.expect(messageId, ACK_TIMEOUT_MS)
    try {
      const sent =
        rendered.by === 'sendMessage'
          ? await socket.sendMessage(jid, rendered.content, {
              messageId,
              ...(await this.#quoting(jid, message)),
            })
          : await relay(socket, jid, messageId, rendered)
      // While WhatsApp thinks; durable before the message counts as sent.
      const [answer] = await Promise.all([acknowledgement, this.#keep(messageId, sent)])
      if (answer.outcome === 'accepted') this.#line.onTaken(jid)
      return answer
    } catch (error) {
      this.#acknowledgements.take(messageId, undefined)
      throw toSendError(error, this.#line.openSocket() !== null)
    }
  }

  /** For a phone that cannot decrypt it and asks again, also after a restart. */
  async #keep(messageId: string, sent: WAMessage | undefined): Promise<void> {
    if (!sent?.message) return
    const encoded = proto.Message.encode(sent.message).finish()
    await this.#line.options.sentMessages.save(this.#line.number().id, messageId, encoded)
  }

  async #quoting(jid: string, { quotedChannelMessageId }: OutboundMessage) {
    if (quotedChannelMessageId === undefined) return {}
    const { sentMessages } = this.#line.options
    const encoded = await sentMessages.find(this.#line.number().id, quotedChannelMessageId)
    const message = encoded ? proto.Message.decode(encoded) : { conversation: '' }
    const key = { remoteJid: jid, id: quotedChannelMessageId, fromMe: encoded !== null }
    return { quoted: { key, message } }
  }

  /** As long as somebody would type it. */
  async #type(socket: WASocket, jid: string, content: Content): Promise<void> {
    const { typing, typingSpeed } = settingsOf(this.#line.number())
    if (!typing) return
    const { perCharacterMs, maxMs } = TYPING[typingSpeed]
    const length = 'text' in content ? content.text.length : 0
    const wait = Math.min(maxMs, length * perCharacterMs)
    try {
      await socket.sendPresenceUpdate('composing', jid)
      await new Promise<void>((resolve) => {
        this.#line.options.clock.after(wait, resolve)
      })
      await socket.sendPresenceUpdate('paused', jid)
    } catch (error) {
      // Typing is courtesy; the message itself will tell whether the line works.
      this.#line.options.logger.debug({ err: error }, 'could not show typing')
    }
  }

  /** The id under which WhatsApp knows a number: some countries' numbers differ from what people dial. */
  async #jidOf(socket: WASocket, address: string): Promise<string> {
    if (!address.endsWith('@s.whatsapp.net')) return address
    const known = this.#knownJids.get(address)
    if (known) return known
    const [found] = (await socket.onWhatsApp(address)) ?? []
    if (!found?.exists) {
      throw new ChannelError('recipientGone', 'This phone number is not on WhatsApp.')
    }
    this.#knownJids.set(address, found.jid)
    return found.jid
  }

  #connected(): WASocket {
    const socket = this.#line.openSocket()
    if (socket) return socket
    throw new ChannelError('offline', 'The number is not connected to WhatsApp.')
  }
}
