import type { InboundContent } from '@parley/shared'
import { formatList } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'

/** A message in a line: its words, or what kind of thing it is. */
export function wordsOf(content: InboundContent): string {
  if ('text' in content) return content.text
  if ('caption' in content && content.caption) return content.caption
  switch (content.type) {
    case 'tap':
      return content.title
    case 'location':
      return content.name ?? t('message.location')
    case 'contacts':
      return formatList(content.contacts.map(({ name }) => name))
    case 'reaction':
      return content.emoji
    case 'pollVote':
      return formatList(content.options)
    case 'unsupported':
      return content.description
    default:
      return t(`message.${content.type}`)
  }
}
