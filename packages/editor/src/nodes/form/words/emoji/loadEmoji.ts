import { foldText } from '@parley/shared'

export interface Emoji {
  readonly sign: string
  readonly label: string
  readonly group: EmojiGroup
  /** Name and keywords, folded, for searching. */
  readonly words: string
}

/** In the order of Unicode; skin tones and hair alone (group 2) are left out. */
export const EMOJI_GROUPS = [
  'smileys',
  'people',
  'animals',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
] as const
export type EmojiGroup = (typeof EMOJI_GROUPS)[number]

const GROUP_OF: readonly (EmojiGroup | null)[] = [
  'smileys',
  'people',
  null,
  'animals',
  'food',
  'travel',
  'activities',
  'objects',
  'symbols',
  'flags',
]

/** What the package has of each emoji, as far as it is looked at. */
interface Entry {
  readonly unicode: string
  readonly label: string
  readonly group?: number
  readonly order?: number
  readonly tags?: readonly string[]
}

/** Every emoji with its name in a language; in English where the data has no such language, as for Arabic. */
export async function loadEmoji(locale: string): Promise<readonly Emoji[]> {
  const { default: entries } = await (locale === 'es'
    ? import('emojibase-data/es/compact.json')
    : import('emojibase-data/en/compact.json'))
  return toEmoji(entries)
}

export const toEmoji = (entries: readonly Entry[]): readonly Emoji[] =>
  entries
    .toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0))
    .flatMap(({ unicode, label, group, tags = [] }) => {
      const name = group === undefined ? null : GROUP_OF[group]
      if (!name) return []
      return [{ sign: unicode, label, group: name, words: foldText([label, ...tags].join(' ')) }]
    })

/** Those whose name or keywords begin with each of the words, first those that are called so. */
export function findEmoji(all: readonly Emoji[], query: string): readonly Emoji[] {
  const folded = foldText(query)
  const wanted = folded.split(' ')
  return all
    .filter(({ words }) => wanted.every((word) => ` ${words}`.includes(` ${word}`)))
    .toSorted((a, b) => rank(a, folded) - rank(b, folded))
}

const rank = ({ words }: Emoji, folded: string) => (words.startsWith(folded) ? 0 : 1)
