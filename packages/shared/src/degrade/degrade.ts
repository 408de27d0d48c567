import type { Capabilities } from '../capabilities.ts'
import type { Content, ContentOf, ContentType } from '../content.ts'
import { findMisfits } from '../fits.ts'
import { uniqueCutTitles } from '../numbered.ts'
import { cutText, splitText } from '../text.ts'
import { asText } from './asText.ts'
import { degradeMedia } from './degradeMedia.ts'
import { degradeButtons, degradeList } from './degradeOptions.ts'
import { asNumberedText, frame, withNumbers } from './interactive.ts'

/**
 * `content` as the messages that a channel can show, in order: buttons become a list or numbered text, headers and
 * captions that have no place go before or after, long texts are split. Pure. Every result fits `capabilities`, no
 * option is lost, and options that can still be tapped keep their ids.
 */
export function degrade(content: Content, capabilities: Capabilities): readonly Content[] {
  const isNumbered = capabilities.alwaysNumbered && NUMBERED.has(content.type)
  if (!isNumbered && findMisfits(content, capabilities).length === 0) return [content]
  return degradeOne(content, capabilities)
}

const NUMBERED: ReadonlySet<ContentType> = new Set(['buttons', 'list'])

type Degrade<Type extends ContentType> = (
  content: ContentOf<Type>,
  capabilities: Capabilities,
) => readonly Content[]

function degradeOne<Type extends ContentType>(
  content: ContentOf<Type>,
  capabilities: Capabilities,
) {
  // The table pairs each type with its function; the compiler cannot follow a generic index.
  const one = DEGRADES[content.type] as unknown as Degrade<Type>
  return one(content, capabilities)
}

const DEGRADES: { readonly [Type in ContentType]: Degrade<Type> } = {
  text: ({ text, ...rest }, { text: limit }) =>
    splitText(text, limit).map((piece) => ({ ...rest, text: piece })),
  image: degradeMedia,
  video: degradeMedia,
  audio: degradeMedia,
  voice: degradeMedia,
  document: degradeMedia,
  sticker: degradeMedia,
  location: ({ name, address, latitude, longitude }, capabilities) =>
    asText(
      [name, address, `https://www.google.com/maps/search/?api=1&query=${latitude},${longitude}`],
      capabilities,
    ),
  contacts: ({ contacts }, capabilities) =>
    asText(
      contacts.flatMap(({ name, phones, emails, organization }) => [
        name,
        organization,
        ...phones.map(({ phone }) => phone),
        ...(emails ?? []).map(({ email }) => email),
      ]),
      capabilities,
    ),
  reaction: ({ emoji }, capabilities) => asText([emoji], capabilities),
  template: degradeTemplate,
  poll: degradePoll,
  buttons: degradeButtons,
  list: degradeList,
  ctaUrl: degradeCtaUrl,
}

function degradeCtaUrl(
  content: ContentOf<'ctaUrl'>,
  capabilities: Capabilities,
): readonly Content[] {
  const { ctaUrl: limits } = capabilities
  const { text, buttonText, url } = content
  if (limits === null) {
    return asNumberedText(
      { ...content, text: `${text}\n\n${buttonText}: ${url}` },
      [],
      capabilities,
    )
  }
  const { before, fields } = frame(content, limits, capabilities)
  return [
    ...before,
    { type: 'ctaUrl', ...fields, buttonText: cutText(buttonText, limits.buttonText), url },
  ]
}

/** A template as the ordinary message that it looks like: only the platform that approved it knows its name. */
function degradeTemplate(
  content: ContentOf<'template'>,
  capabilities: Capabilities,
): readonly Content[] {
  const { header, footer, buttons = [] } = content
  const links = buttons.flatMap((button) => {
    if (button.type === 'quickReply') return []
    return [`${button.title}: ${button.type === 'url' ? button.url : button.phone}`]
  })
  const message = {
    text: [content.text, links.join('\n')].filter((part) => part !== '').join('\n\n'),
    ...(header === undefined ? {} : { header }),
    ...(footer === undefined ? {} : { footer }),
  }
  const replies = buttons
    .filter((button) => button.type === 'quickReply')
    .map(({ id, title }) => ({ id, title }))
  return replies.length === 0
    ? asNumberedText(message, [], capabilities)
    : degrade({ type: 'buttons', ...message, buttons: replies }, capabilities)
}

function degradePoll(content: ContentOf<'poll'>, capabilities: Capabilities): readonly Content[] {
  const { poll: limits } = capabilities
  const { text, options, selectableCount } = content
  if (limits === null || options.length > limits.maxOptions) {
    return selectableCount === 1
      ? degrade({ type: 'buttons', text, buttons: options }, capabilities)
      : asNumberedText({ text }, [{ options }], capabilities)
  }
  const titles = uniqueCutTitles(options, limits.option)
  const isCut = options.some(({ title }, index) => title !== titles[index])
  const pieces = splitText(isCut ? withNumbers({ text }, [{ options }]).text : text, limits.text)
  return [
    ...asText([pieces.slice(0, -1).join('\n')], capabilities),
    {
      ...content,
      text: pieces.at(-1) ?? text,
      options: options.map(({ id }, index) => ({ id, title: titles[index] ?? id })),
    },
  ]
}
