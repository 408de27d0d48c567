import { foldText } from './foldText.ts'

/**
 * How well an entry of a searchable list fits what was typed, from 0 (not at all) to 1. Every word has to be there; what
 * the entry is called counts for more than the further words that find it, a beginning for more than a middle, and last
 * come the first letters of its words (`gtp`: “Go to problem”) and letters that are left out (`tmplt`: “Template”).
 */
export function rankCommand(label: string, keywords: readonly string[], search: string): number {
  const words = foldText(search).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return 1
  const title = foldText(label)
  const further = foldText(keywords.join(' '))
  return Math.min(...words.map((word) => rankWord(word, title, further)))
}

function rankWord(word: string, title: string, further: string): number {
  if (title.startsWith(word)) return 1
  if (startsAWord(title, word)) return 0.8
  if (title.includes(word)) return 0.6
  if (startsAWord(further, word)) return 0.4
  if (further.includes(word)) return 0.2
  // Of two letters nearly everything has some.
  if (word.length < 3) return 0
  if (initialsOf(title).includes(word)) return 0.15
  return hasInOrder(title, word) ? 0.1 : 0
}

const startsAWord = (text: string, word: string): boolean =>
  text.startsWith(word) || text.includes(` ${word}`)

const initialsOf = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.slice(0, 1))
    .join('')

/** True when one word of a text begins like `word` and has its other letters in their order. */
function hasInOrder(text: string, word: string): boolean {
  return text.split(/\s+/u).some((each) => {
    if (each[0] !== word[0]) return false
    let at = 0
    for (const letter of word) {
      at = each.indexOf(letter, at) + 1
      if (at === 0) return false
    }
    return true
  })
}
