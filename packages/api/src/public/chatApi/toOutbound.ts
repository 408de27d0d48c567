import type { Content, ContentOf } from '@parley/shared'
import { invalidField } from '../../errors.ts'
import type {
  CardObject,
  InteractiveObject,
  MediaObject,
  ParameterObject,
  SendRequestBody,
  TemplateObject,
} from './schema.ts'

type TemplateHeader = Exclude<NonNullable<ContentOf<'template'>['header']>, { type: 'text' }>

/** What a request asks for, before a template's words are looked up. */
export type Outbound =
  | { readonly type: 'content'; readonly content: Content }
  | { readonly type: 'template'; readonly template: TemplateWish }

export interface TemplateWish {
  readonly name: string
  readonly language: string | undefined
  readonly parameters: Readonly<Record<string, string>>
  readonly headerParameters: Readonly<Record<string, string>> | undefined
  readonly buttonParameters: Readonly<Record<string, string>>
  readonly buttonPayloads: Readonly<Record<string, string>>
  readonly headerMedia: TemplateHeader | undefined
}

/** @throws {ApiError} naming what the type of the message needs and the request lacks. */
export function toOutbound(request: SendRequestBody): Outbound {
  if (request.type === 'template') {
    return { type: 'template', template: toTemplate(required(request.template, 'template')) }
  }
  return { type: 'content', content: toContent(request) }
}

function toContent(request: SendRequestBody): Content {
  switch (request.type) {
    case 'text': {
      const text = required(request.text, 'text')
      if (text === '') throw invalidField('text', 'must not be empty')
      return { type: 'text', text }
    }
    case 'image':
    case 'video':
    case 'document': {
      const { type } = request
      const media = required(request[type], type)
      const { caption, filename } = media
      return {
        type,
        ...toSource(type, media),
        ...(caption !== undefined && caption !== '' && { caption }),
        ...(filename !== undefined && { filename }),
      }
    }
    case 'audio':
    case 'voice':
    case 'sticker': {
      const { type } = request
      return { type, ...toSource(type, required(request[type], type)) }
    }
    case 'location': {
      const { latitude, longitude, name, address } = required(request.location, 'location')
      return {
        type: 'location',
        latitude,
        longitude,
        ...(name !== undefined && { name }),
        ...(address !== undefined && { address }),
      }
    }
    case 'contact':
      return {
        type: 'contacts',
        contacts: [toCard(required(request.contact, 'contact'), 'contact')],
      }
    case 'contacts': {
      const cards = required(request.contacts, 'contacts')
      const contacts = cards.map((card, index) => toCard(card, `contacts.${index}`))
      return { type: 'contacts', contacts }
    }
    case 'interactive':
      return toInteractive(required(request.interactive, 'interactive'))
    case 'reaction': {
      const { messageId, message_id, emoji } = required(request.reaction, 'reaction')
      const reactedTo = required(messageId ?? message_id, 'reaction.messageId')
      return { type: 'reaction', messageId: reactedTo, emoji }
    }
    case 'poll': {
      const { question, name, options, selectableCount } = required(request.poll, 'poll')
      return {
        type: 'poll',
        text: required(question ?? name, 'poll.question'),
        options: options.map((title, index) => ({ id: String(index + 1), title })),
        selectableCount,
      }
    }
    case 'template':
      throw new Error('Templates are filled before they are content')
  }
}

function required<Value>(value: Value | undefined, field: string): Value {
  if (value !== undefined) return value
  throw invalidField(field, 'is missing')
}

function toSource(
  type: string,
  { url, link, mediaId }: MediaObject,
): { url: string } | { mediaId: string } {
  if (mediaId !== undefined) return { mediaId }
  const address = url ?? link
  if (address !== undefined && URL.canParse(address) && /^https?:/i.test(address)) {
    return { url: address }
  }
  throw invalidField(`${type}.url`, 'must be an http or https address')
}

function toCard(card: CardObject, field: string) {
  const name = required(card.name ?? card.fullName, `${field}.name`)
  const phone = card.phone ?? card.phoneNumber
  const phones =
    card.phones?.map((each) => ({ phone: each.phone })) ??
    (phone === undefined ? undefined : [{ phone }])
  return { name, phones: required(phones, `${field}.phone`) }
}

function toInteractive(interactive: InteractiveObject): Content {
  const { type, header, footer, action } = interactive
  const words = {
    text: required(interactive.body, 'interactive.body'),
    ...(header !== undefined &&
      header !== '' && { header: { type: 'text' as const, text: header } }),
    ...(footer !== undefined && footer !== '' && { footer }),
  }
  switch (type) {
    case 'button': {
      const buttons = required(interactive.buttons ?? action?.buttons, 'interactive.buttons')
      return { type: 'buttons', ...words, buttons: buttons.map(toButton) }
    }
    case 'list':
      return {
        type: 'list',
        ...words,
        buttonText: required(interactive.button_text ?? action?.button, 'interactive.button_text'),
        sections: required(interactive.sections ?? action?.sections, 'interactive.sections').map(
          ({ title, rows }) => ({
            ...(title !== undefined && { title }),
            rows: rows.map(({ id, title: rowTitle, description }) => ({
              id,
              title: rowTitle,
              ...(description !== undefined && { description }),
            })),
          }),
        ),
      }
    case 'cta_url': {
      const url = required(interactive.url ?? action?.parameters?.url, 'interactive.url')
      if (!(URL.canParse(url) && /^https?:/i.test(url))) {
        throw invalidField('interactive.url', 'must be an http or https address')
      }
      const buttonText = interactive.button_text ?? action?.parameters?.display_text
      return {
        type: 'ctaUrl',
        ...words,
        buttonText: required(buttonText, 'interactive.button_text'),
        url,
      }
    }
  }
}

function toButton(
  { id, title, reply }: NonNullable<InteractiveObject['buttons']>[number],
  index: number,
) {
  const words = required(title ?? reply?.title, `interactive.buttons.${index}.title`)
  return { id: id ?? reply?.id ?? words, title: words }
}

function toTemplate({ name, language, components }: TemplateObject): TemplateWish {
  const header = components.find(({ type }) => same(type, 'header'))
  const body = components.filter(({ type }) => same(type, 'body'))
  const buttons = components.filter(({ type }) => same(type, 'button'))
  const values = (kind: 'text' | 'payload') =>
    Object.fromEntries(
      buttons.flatMap(({ index = '0', parameters }) => {
        const [first] = parameters
        const value = kind === 'payload' ? first?.payload : first && wordsOf(first)
        return value === undefined ? [] : [[index, value]]
      }),
    )
  return {
    name,
    language,
    parameters: toParameters(body.flatMap(({ parameters }) => parameters)),
    headerParameters: header && toParameters(header.parameters),
    buttonParameters: values('text'),
    buttonPayloads: values('payload'),
    headerMedia: header && toHeaderMedia(header.parameters),
  }
}

const same = (given: string, wanted: string) => given.toLowerCase() === wanted

/** By name where they have one, and by their order. */
function toParameters(parameters: readonly ParameterObject[]): Record<string, string> {
  return Object.fromEntries(
    parameters.flatMap((parameter, index) => {
      const words = wordsOf(parameter)
      const place = parameter.parameter_name ?? String(index + 1)
      return words === undefined ? [] : [[place, words]]
    }),
  )
}

/** Dates and sums of money come with the words to show; nothing is formatted anew. */
const wordsOf = ({ text, date_time, currency }: ParameterObject): string | undefined =>
  text ?? date_time?.fallback_value ?? currency?.fallback_value

function toHeaderMedia(parameters: readonly ParameterObject[]): TemplateHeader | undefined {
  for (const parameter of parameters) {
    for (const type of ['image', 'video', 'document'] as const) {
      const media = parameter[type]
      if (!media) continue
      const { filename } = media
      return { type, ...toSource(type, media), ...(filename !== undefined && { filename }) }
    }
  }
  return undefined
}
