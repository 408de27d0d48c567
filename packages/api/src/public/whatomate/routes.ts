import type { ContactRecord, MessageRecord } from '@parley/runtime/pipeline'
import type { Request } from 'express'
import type { Caller } from '../../auth/caller.ts'
import { toPhoneDigits } from '../../contacts/findContact.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField } from '../../errors.ts'
import type { Dialect } from '../../http/dialect.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { readIdempotencyKey } from '../../http/idempotencyKey.ts'
import { isForm } from '../../media/readForm.ts'
import { storeUpload } from '../../media/storeUpload.ts'
import { markRead } from '../../messages/markRead.ts'
import { whatomate } from './dialect.ts'
import { fillTemplate } from './fillTemplate.ts'
import { createFormReader, fileOf } from './formReader.ts'
import { presentMessage, success } from './present.ts'
import {
  emptyResponse,
  listQuery,
  listResponse,
  type MediaRequest,
  mediaRequest,
  messageRequest,
  messageResponse,
  type TemplateRequest,
  templateRequest,
  templateResponse,
} from './schema.ts'
import { type Addressee, findAccount, findContactOr400, findMessageByUuid, send } from './send.ts'
import { checkUpload, toLinkedMedia, toUploadedMedia } from './toMedia.ts'
import { toContent } from './toOutbound.ts'

const SEND = { to: 'member', role: 'agent', numberKeys: 'allowed', scope: 'send' } as const
const READ = { to: 'member', role: 'viewer', numberKeys: 'allowed', scope: 'read' } as const

/** whatomate's Messages API. */
export function whatomateEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { config, mediaFiles, store } = dependencies
  const { publicUrl } = config
  /** Where a request may be a form with a file. */
  const withForms: Dialect = { ...whatomate, readBody: createFormReader(mediaFiles) }
  const present = (message: MessageRecord, contact: ContactRecord | undefined) =>
    presentMessage(message, { contact, publicUrl })

  async function addresseeOf(caller: Caller, body: TemplateRequest): Promise<Addressee> {
    const { contact_id: contactId, phone_number: phoneNumber } = body
    if (contactId !== undefined) {
      const words = 'Invalid contact_id'
      const contact = await findContactOr400(dependencies, caller, contactId, words)
      return { type: 'contact', contact }
    }
    if (phoneNumber === '') {
      throw invalidField('', 'Either contact_id or phone_number is required')
    }
    const phone = toPhoneDigits(phoneNumber)
    if (phone === null) throw invalidField('', 'Invalid phone_number')
    return { type: 'phone', phone }
  }

  async function mediaOf({ workspaceId }: Caller, body: MediaRequest, request: Request) {
    const upload = fileOf(request)
    if (upload) {
      const { file, filename } = upload
      checkUpload(body, file)
      const stored = await storeUpload(dependencies, workspaceId, filename, file)
      return toUploadedMedia(body, stored, filename)
    }
    if (body.media_url) return toLinkedMedia(body)
    throw invalidField('', isForm(request) ? 'file is required' : 'media_url is required')
  }

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/contacts/:contactId/messages',
      summary: 'Sends a text, buttons, a list or a link to a contact',
      answer: messageResponse,
      access: SEND,
      dialect: whatomate,
      body: messageRequest,
      handle: async ({ caller, params, body, request }) => {
        const content = toContent(body)
        const words = 'Invalid contact ID'
        const contact = await findContactOr400(dependencies, caller, params.contactId, words)
        const sent = await send(dependencies, caller, {
          to: { type: 'contact', contact },
          account: body.whatsapp_account ?? body.account_name,
          content,
          quoted: body.reply_to_message_id,
          idempotencyKey: readIdempotencyKey(request),
        })
        return success(present(sent.message, sent.contact))
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/contacts/:contactId/messages',
      summary: 'Lists the messages of a contact; page 1 is the newest',
      answer: listResponse,
      access: READ,
      dialect: whatomate,
      query: listQuery,
      handle: async ({ caller, params, query }) => {
        const { workspaceId } = caller
        const words = 'Invalid contact ID'
        const contact = await findContactOr400(dependencies, caller, params.contactId, words)
        const { page, limit, account, after } = query
        const before = query.before ?? query.before_id
        if (before !== undefined && after !== undefined) {
          throw invalidField('', 'Use either before or after')
        }
        const place = await placeOf(caller, contact, before ?? after)
        const numberId =
          account === undefined
            ? caller.numberId
            : (await findAccount(dependencies, caller, account)).id
        const found = await store.messages.listPage({
          workspaceId,
          contactId: contact.id,
          page,
          limit,
          ...(numberId !== null && { numberId }),
          ...(place && (before === undefined ? { after: place } : { before: place })),
        })
        const items = found.items.map((message) => present(message, contact))
        const { total, hasMore } = found
        return success({ items, messages: items, total, page, limit, has_more: hasMore })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/messages/template',
      summary: 'Sends a template to a contact, or to a phone number, which becomes one',
      answer: templateResponse,
      access: SEND,
      dialect: withForms,
      body: templateRequest,
      handle: async ({ caller, body, request }) => {
        const to = await addresseeOf(caller, body)
        const content = await fillTemplate(dependencies, caller, body, fileOf(request))
        const { message, contact } = await send(dependencies, caller, {
          to,
          account: body.account_name ?? body.whatsapp_account,
          content,
          idempotencyKey: readIdempotencyKey(request),
        })
        const presented = present(message, contact)
        return success({
          ...presented,
          message_id: presented.id,
          phone_number: contact?.phone ?? '',
          template_name: content.name,
        })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/messages/media',
      summary:
        'Sends an image, a video, a sound or a document, from an address or uploaded in a form',
      answer: messageResponse,
      access: SEND,
      dialect: withForms,
      body: mediaRequest,
      handle: async ({ caller, body, request }) => {
        const { contact_id: contactId } = body
        if (contactId === undefined) throw invalidField('', 'contact_id is required')
        const words = 'Invalid contact_id'
        const contact = await findContactOr400(dependencies, caller, contactId, words)
        const sent = await send(dependencies, caller, {
          to: { type: 'contact', contact },
          account: body.account_name ?? body.whatsapp_account,
          content: await mediaOf(caller, body, request),
          quoted: body.reply_to_message_id,
          idempotencyKey: readIdempotencyKey(request),
        })
        return success(present(sent.message, sent.contact))
      },
    }),
    defineEndpoint({
      method: 'put',
      path: '/api/messages/:messageId/read',
      summary: 'Marks a message of a contact as read, and the conversation as seen',
      answer: emptyResponse,
      access: SEND,
      dialect: whatomate,
      handle: async ({ caller, params }) => {
        const message = await findMessageByUuid(dependencies, caller, params.messageId)
        if (message.direction !== 'inbound') {
          throw invalidField('', 'Only incoming messages can be marked as read')
        }
        await markRead(dependencies, message)
        return success(null)
      },
    }),
  ]

  /** The message that a page begins before or after. */
  async function placeOf(
    caller: Caller,
    contact: ContactRecord,
    messageId: string | undefined,
  ): Promise<MessageRecord | undefined> {
    if (messageId === undefined) return undefined
    const message = await findMessageByUuid(dependencies, caller, messageId)
    if (message.contactId === contact.id) return message
    throw invalidField('', 'This message is not of this contact')
  }
}
