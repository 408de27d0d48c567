import type { Content, ContentHeader } from '@parley/shared'
import type { LogEntry } from '../simulation/simulation.ts'

/** What a message says and offers, as scripts write it: its words, then every option in brackets on a line of its own. */
export function describeMessage(content: Content): string {
  switch (content.type) {
    case 'text':
      return content.text
    case 'image':
    case 'video':
    case 'audio':
    case 'voice':
    case 'document':
    case 'sticker': {
      const words = ('caption' in content ? content.caption : undefined) ?? content.filename
      return lines([`(${content.type})`, words], ' ')
    }
    case 'location':
      return lines([`(location)`, content.name ?? `${content.latitude}, ${content.longitude}`], ' ')
    case 'contacts':
      return lines(['(contact)', content.contacts.map(({ name }) => name).join(', ')], ' ')
    case 'reaction':
      return `(reaction) ${content.emoji}`
    case 'ctaUrl':
      return lines([...framed(content), `[${content.buttonText}] ${content.url}`])
    default:
      return lines([...framed(content), ...optionsOf(content).map(({ title }) => `[${title}]`)])
  }
}

/** The newest option with this title: an old message is tapped only when no newer one offers the same. */
export function findOption(
  log: readonly LogEntry[],
  title: string,
): { readonly id: string; readonly title: string } | null {
  for (const entry of log.toReversed()) {
    if (entry.type !== 'sent') continue
    const option = optionsOf(entry.content).find((each) => each.title.trim() === title)
    if (option) return { id: option.id, title: option.title }
  }
  return null
}

/** What can be tapped in a message, with the token that comes back. */
function optionsOf(content: Content): readonly { id: string; title: string }[] {
  switch (content.type) {
    case 'buttons':
      return content.buttons
    case 'list':
      return content.sections.flatMap(({ rows }) => rows)
    case 'poll':
      return content.options
    case 'template':
      return (content.buttons ?? []).flatMap((button) =>
        button.type === 'quickReply' ? [button] : [],
      )
    default:
      return []
  }
}

interface Framed {
  readonly text: string
  readonly header?: ContentHeader | undefined
  readonly footer?: string | undefined
}

const framed = ({ header, text, footer }: Framed): readonly (string | undefined)[] => [
  header && (header.type === 'text' ? header.text : `(${header.type})`),
  text,
  footer,
]

const lines = (parts: readonly (string | undefined)[], between = '\n'): string =>
  parts.filter((part) => part !== undefined && part !== '').join(between)
