import type { MessageRecord, NumberRecord } from '@parley/runtime/pipeline'
import { type Content, fromVcard } from '@parley/shared'
import type { z } from 'zod'
import type { RouteDependencies } from '../../dependencies.ts'
import type { Endpoint } from '../../http/endpoint.ts'
import { readIdempotencyKey } from '../../http/idempotencyKey.ts'
import { sendContent } from '../../sending/sendContent.ts'
import { sentAnswer } from './answers.ts'
import { presentChatId, toRecipient, wrong } from './chatId.ts'
import { type InstanceMethod, instanceMethod, type MethodCall } from './instanceMethod.ts'
import { findByMessageId, presentMessageId } from './messageId.ts'
import { numberOf } from './numbered.ts'
import { readFile } from './readFile.ts'
import { UploadedFile } from './readInput.ts'
import {
  contactInput,
  fileInput,
  linkInput,
  locationInput,
  messageInput,
  vcardInput,
  voiceInput,
} from './schema.ts'
import { toFile, toLocation, toText, toVoice } from './toOutbound.ts'

/** What every way of sending has. */
interface Addressed {
  readonly phone?: string | undefined
  readonly chatId?: string | undefined
  readonly quotedMsgId?: string | undefined
}

/** The methods that send a message. A number that is offline keeps it until it is online again. */
export function sendingMethods(dependencies: RouteDependencies): readonly Endpoint[] {
  const { store } = dependencies

  const method = <Input extends z.ZodType<Addressed>>({
    toContent,
    ...described
  }: Pick<InstanceMethod<Input>, 'names' | 'summary' | 'input' | 'takesFile'> & {
    readonly toContent: (call: MethodCall<z.output<Input>>) => Content | Promise<Content>
  }): readonly Endpoint[] =>
    instanceMethod<Input>(dependencies, {
      ...described,
      verbs: ['post', 'get'],
      scope: 'send',
      doneKey: 'sent',
      answer: sentAnswer,
      handle: async (call) => {
        const to = toRecipient(call.input)
        return send(dependencies, call, to, await toContent(call))
      },
    })

  return [
    ...method({
      names: ['sendMessage', 'message'],
      summary: 'Sends a text',
      input: messageInput,
      toContent: ({ input }) => toText(input),
    }),
    ...method({
      names: ['sendFile'],
      summary: 'Sends a file',
      input: fileInput,
      takesFile: true,
      toContent: async ({ caller, input }) => {
        const { body, caption } = input
        const own = body instanceof UploadedFile ? body.filename : ''
        const filename = (input.filename || own).slice(0, MAX_FILENAME_LENGTH)
        if (filename === '') throw wrong('filename', 'filename parameter is required')
        const source = await readFile(dependencies, caller.workspaceId, body, filename)
        return toFile(source, { filename, caption })
      },
    }),
    ...method({
      names: ['sendPTT'],
      summary: 'Sends a voice note',
      input: voiceInput,
      takesFile: true,
      toContent: async ({ caller: { workspaceId }, input: { audio, body } }) =>
        toVoice(await readFile(dependencies, workspaceId, audio ?? body, 'voice.ogg')),
    }),
    ...method({
      names: ['sendLink'],
      summary: 'Sends a link with words above it',
      input: linkInput,
      toContent: ({ input: { title, description, text, body = '' } }) => {
        if (body === '') return toText({ body })
        const lines = [title, description, text, body].filter((line) => line !== undefined)
        return toText({ body: lines.join('\n') })
      },
    }),
    ...method({
      names: ['sendLocation'],
      summary: 'Sends a place',
      input: locationInput,
      toContent: ({ input }) => toLocation(input),
    }),
    ...method({
      names: ['sendContact'],
      summary: 'Sends contact cards',
      input: contactInput,
      toContent: async ({ caller, input }) => {
        const phones = (input.contactId ?? []).map((id) => id.replace(/@.*$/, ''))
        if (phones.length === 0 || !phones.every((phone) => /^\d{5,15}$/.test(phone))) {
          throw wrong('contactId', 'contactId parameter should look like 17472822486@c.us')
        }
        const known = await Promise.all(
          phones.map((phone) => store.contacts.findByPhone(caller.workspaceId, phone)),
        )
        const contacts = phones.map((phone, index) => ({
          name: known[index]?.name || `+${phone}`,
          phones: [{ phone: `+${phone}` }],
        }))
        return { type: 'contacts', contacts }
      },
    }),
    ...method({
      names: ['sendVCard'],
      summary: 'Sends a contact card as a vCard',
      input: vcardInput,
      toContent: ({ input }) => {
        const card = fromVcard(input.vcard ?? '', '')
        if (card.name !== '' && card.phones.length > 0) {
          return { type: 'contacts', contacts: [card] }
        }
        throw wrong('vcard', 'vcard parameter should be a vCard with FN and TEL')
      },
    }),
  ]
}

const MAX_FILENAME_LENGTH = 200

async function send(
  dependencies: RouteDependencies,
  { caller, number, input, request }: MethodCall<Addressed>,
  to: string,
  content: Content,
) {
  const { quotedMsgId = '' } = input
  const quoted =
    quotedMsgId === ''
      ? undefined
      : (await findByMessageId(dependencies, number.id, quotedMsgId)).id
  const { message } = await sendContent(dependencies, caller, {
    number,
    to,
    content,
    dialect: 'instanceApi',
    whenOffline: 'queue',
    quoted,
    idempotencyKey: readIdempotencyKey(request),
  })
  return presentSent(dependencies, number, message)
}

async function presentSent(
  dependencies: RouteDependencies,
  number: NumberRecord,
  message: MessageRecord,
) {
  const [queueNumber, contact] = await Promise.all([
    numberOf(dependencies, number, message.id),
    dependencies.store.contacts.find(message.workspaceId, message.contactId),
  ])
  return {
    sent: true,
    message: 'ok',
    id: presentMessageId(message, presentChatId(message, contact)),
    ...(queueNumber !== undefined && { queueNumber }),
  }
}
