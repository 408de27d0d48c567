import { canonicalTag, contentText, type InboundContent } from '@parley/shared'
import type { PipelineDependencies } from './dependencies.ts'
import { InputError } from './errors.ts'
import { conversationIdOf, derivedId } from './ids.ts'
import type { Places } from './places.ts'
import type { InboundMessage } from './ports/channel.ts'
import type { ContactRecord, MessageRecord, NumberRecord } from './records.ts'
import { Serializer } from './serialize.ts'

export interface Received {
  readonly message: MessageRecord
  /** False when the platform delivered it a second time. */
  readonly isNew: boolean
}

/**
 * Stores inbound messages, each once, in the order of their arrival per sender. Any process may receive for any number:
 * `onStored` tells the owner.
 */
export class Receiver {
  readonly #dependencies: PipelineDependencies
  readonly #onStored: (message: MessageRecord) => void
  // Two messages of one sender must not overtake each other while the first one's contact is being made.
  readonly #perSender = new Serializer()
  readonly #places: Places

  constructor(
    dependencies: PipelineDependencies,
    places: Places,
    onStored: (message: MessageRecord) => void,
  ) {
    this.#dependencies = dependencies
    this.#places = places
    this.#onStored = onStored
  }

  receive(numberId: string, inbound: InboundMessage): Promise<Received> {
    return this.#perSender.run(`${numberId} ${inbound.address}`, () =>
      this.#store(numberId, inbound),
    )
  }

  async #store(numberId: string, inbound: InboundMessage): Promise<Received> {
    const { store, live } = this.#dependencies
    const number = await store.numbers.find(numberId)
    if (!number) throw new InputError('numberNotFound', `There is no number ${numberId}.`)
    const contact = await this.#contactOf(number, inbound)
    const message = await this.#toRecord(number, contact, inbound)
    const isNew = await store.messages.insertInbound(message)
    if (!isNew) return { message, isNew }

    this.#onStored(message)
    await Promise.all([
      store.conversations.touch({
        id: message.conversationId,
        workspaceId: number.workspaceId,
        numberId,
        contactId: contact.id,
        address: inbound.address,
        isGroup: inbound.isGroup,
        lastMessageAt: message.createdAt,
        lastMessagePreview: preview(inbound.content),
        inbound: true,
      }),
      store.contacts.touch(number.workspaceId, contact.id, message.createdAt),
    ])
    live.publish(number.workspaceId, { type: 'message.received', message })
    return { message, isNew }
  }

  #contactOf(number: NumberRecord, inbound: InboundMessage): Promise<ContactRecord> {
    return this.#dependencies.store.contacts.resolve({
      workspaceId: number.workspaceId,
      aliases: inbound.aliases,
      phone: phoneOf(inbound.aliases),
      name: inbound.name ?? '',
      language: canonicalTag(inbound.language ?? '') ?? '',
      at: this.#dependencies.clock.now(),
    })
  }

  async #toRecord(
    number: NumberRecord,
    contact: ContactRecord,
    inbound: InboundMessage,
  ): Promise<MessageRecord> {
    const { createdAt, order } = this.#places.next()
    return {
      // Derived, so that a message that is delivered again after a crash meets its first copy.
      id: derivedId('msg', number.id, inbound.channelMessageId),
      workspaceId: number.workspaceId,
      numberId: number.id,
      conversationId: conversationIdOf(
        number.id,
        inbound.isGroup ? { group: inbound.address } : { contactId: contact.id },
      ),
      contactId: contact.id,
      address: inbound.address,
      isGroup: inbound.isGroup,
      direction: 'inbound',
      content: await this.#inOurIds(number.id, inbound.content),
      renderedAs: null,
      channelMessageId: inbound.channelMessageId,
      quotedMessageId: await this.#quoted(number.id, inbound.quotedChannelMessageId),
      status: 'received',
      failure: null,
      source: null,
      createdAt,
      order,
      statusAt: { received: inbound.at },
      open: true,
      dueAt: createdAt,
      attempts: 0,
      isFirst: contact.lastMessageAt === null,
      scheduled: false,
      requestHash: null,
    }
  }

  /** Platforms name the message that a reaction is for by their own id. */
  async #inOurIds(numberId: string, content: InboundContent): Promise<InboundContent> {
    if (content.type !== 'reaction') return content
    const messageId = await this.#quoted(numberId, content.messageId)
    return messageId === null ? content : { ...content, messageId }
  }

  async #quoted(numberId: string, channelMessageId: string | undefined): Promise<string | null> {
    if (channelMessageId === undefined) return null
    const quoted = await this.#dependencies.store.messages.findByChannelId(
      numberId,
      channelMessageId,
    )
    return quoted?.id ?? null
  }
}

/** E.164 digits among the aliases; empty when there are none. */
export const phoneOf = (aliases: readonly string[]): string =>
  aliases.find((alias) => alias.startsWith('phone:'))?.slice('phone:'.length) ?? ''

/** One line for lists. */
export function preview(content: InboundContent): string {
  const text = contentText(content).replaceAll(/\s+/g, ' ').trim()
  return text === '' ? `[${content.type}]` : Array.from(text).slice(0, PREVIEW_LENGTH).join('')
}

const PREVIEW_LENGTH = 120
