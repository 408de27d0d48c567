import { foldText } from './foldText.ts'

/**
 * How well an entry of a searchable list fits what was typed, from 0 (not at all) to 1. Every word has to be there; what
 * the entry is called counts for more than the further words that find it, and a beginning for more than a middle.
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
  return further.includes(word) ? 0.2 : 0
}

const startsAWord = (text: string, word: string): boolean =>
  text.startsWith(word) || text.includes(` ${word}`)
