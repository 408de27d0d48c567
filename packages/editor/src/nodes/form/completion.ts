import { foldText } from '@parley/shared'
import type { VariableChoice } from './variables.ts'

/** A place in a text where a variable's name is being typed. */
export interface Opening {
  /** Where the {{ begins. */
  readonly from: number
  readonly caret: number
  /** What has been typed of the name. */
  readonly typed: string
}

/** The {{ that the caret stands in, when only a name has been typed since. */
export function openingAt(text: string, caret: number): Opening | null {
  const before = text.slice(0, caret)
  const from = before.lastIndexOf('{{')
  if (from === -1) return null
  const typed = before.slice(from + 2).trimStart()
  return /^[\p{L}\p{N}_.]*$/u.test(typed) ? { from, caret, typed } : null
}

/** The text with the name put in and closed, and where the caret goes. */
export function complete(
  text: string,
  { from, caret }: Pick<Opening, 'from' | 'caret'>,
  name: string,
): { readonly text: string; readonly caret: number } {
  const rest = text.slice(caret).replace(/^\s*\}\}/u, '')
  const filled = `${text.slice(0, from)}{{ ${name} }}`
  return { text: filled + rest, caret: filled.length }
}

/** The choices that match what was typed: first those that begin with it. */
export function matching(
  choices: readonly VariableChoice[],
  typed: string,
): readonly VariableChoice[] {
  const wanted = foldText(typed)
  const rank = ({ name }: VariableChoice) => {
    const folded = foldText(name)
    if (folded.startsWith(wanted)) return 0
    return folded.includes(wanted) ? 1 : 2
  }
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((each) => each.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map(({ choice }) => choice)
}

/** Puts a mark around the selection, or takes it away where it is; gives the new selection. */
export function toggleMark(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  mark: string,
): { readonly text: string; readonly start: number; readonly end: number } {
  const size = mark.length
  const selected = text.slice(start, end)
  if (text.slice(start - size, start) === mark && text.slice(end, end + size) === mark) {
    return {
      text: text.slice(0, start - size) + selected + text.slice(end + size),
      start: start - size,
      end: end - size,
    }
  }
  return {
    text: text.slice(0, start) + mark + selected + mark + text.slice(end),
    start: start + size,
    end: end + size,
  }
}
