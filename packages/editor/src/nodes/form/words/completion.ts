import { foldText } from '@parley/shared'

/** `template`: words with variables between {{ and }}. `expression`: what would stand between them, and nothing else. */
export type Syntax = 'template' | 'expression'

/** A place in a text where the name of a variable or of a filter is being typed. */
export type Opening =
  | {
      readonly kind: 'variable'
      /** Where the {{ begins; of an expression, where the name does. */
      readonly from: number
      readonly caret: number
      /** What has been typed of the name. */
      readonly typed: string
    }
  | {
      readonly kind: 'filter'
      /** Right behind the | . */
      readonly from: number
      readonly caret: number
      readonly typed: string
      /** What the filter would be applied to: everything before the | , from {{ on. */
      readonly expression: string
    }

/** A text after something was put in: the selection is empty or covers what is best typed over. */
export interface Filled {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** The {{ or | that the caret stands behind, when only a name has been typed since. */
export function openingAt(
  text: string,
  caret: number,
  syntax: Syntax = 'template',
): Opening | null {
  const before = text.slice(0, caret)
  if (syntax === 'expression') {
    const from = before.length - before.trimStart().length
    return openingIn(before, { from, inside: 0, caret })
  }
  const from = before.lastIndexOf('{{')
  if (from === -1) return null
  const inside = before.slice(from + 2)
  return inside.includes('}}') ? null : openingIn(inside, { from, inside: from + 2, caret })
}

/** `at.inside` is where `inside` begins in the text. */
function openingIn(
  inside: string,
  { caret, ...at }: { readonly from: number; readonly inside: number; readonly caret: number },
): Opening | null {
  const name = inside.trimStart()
  if (/^[\p{L}\p{N}_.]*$/u.test(name)) {
    return { kind: 'variable', from: at.from, caret, typed: name }
  }
  const bar = lastBar(inside)
  if (bar === -1) return null
  const expression = inside.slice(0, bar).trim()
  const typed = inside.slice(bar + 1).trimStart()
  if (expression === '' || !/^[a-z_]*$/u.test(typed)) return null
  return { kind: 'filter', from: at.inside + bar + 1, caret, typed, expression }
}

/** The last | that is not part of a quoted text. */
function lastBar(inside: string): number {
  const withoutQuotes = inside.replace(/"[^"]*"|'[^']*'/gu, (quoted) => ' '.repeat(quoted.length))
  return /["']/u.test(withoutQuotes) ? -1 : withoutQuotes.lastIndexOf('|')
}

/** The text with a variable put in and closed. */
export function completeVariable(
  text: string,
  { from, caret }: { readonly from: number; readonly caret: number },
  name: string,
  syntax: Syntax = 'template',
): Filled {
  const before = text.slice(0, from)
  const rest = behind(text, caret, syntax)
  const filled = syntax === 'expression' ? before + name : `${before}{{ ${name} }}`
  return { text: filled + rest, start: filled.length, end: filled.length }
}

/** The text with a variable put in, ready for the name of a filter to be typed behind it. */
export function completeToFilter(
  text: string,
  { from, caret }: { readonly from: number; readonly caret: number },
  name: string,
  syntax: Syntax = 'template',
): Filled {
  const before = text.slice(0, from)
  const rest = behind(text, caret, syntax)
  const filled = syntax === 'expression' ? `${before}${name} | ` : `${before}{{ ${name} | `
  const end = syntax === 'expression' ? '' : ' }}'
  return { text: filled + end + rest, start: filled.length, end: filled.length }
}

/** What follows the caret, without the end of the variable that is put in. */
const behind = (text: string, caret: number, syntax: Syntax): string =>
  syntax === 'expression' ? text.slice(caret) : text.slice(caret).replace(/^\s*\}\}/u, '')

/**
 * The text with a filter put in. `given` is what the filter is told, such as `: "EUR"`; what stands between its quotes
 * (or the number) is selected, for it is an example.
 */
export function completeFilter(
  text: string,
  { from, caret }: { readonly from: number; readonly caret: number },
  { name, given }: { readonly name: string; readonly given: string },
  syntax: Syntax = 'template',
): Filled {
  const rest = text.slice(caret)
  const isClosed = syntax === 'expression' || /^[^{}\n]*\}\}/u.test(rest)
  const before = `${text.slice(0, from)} ${name}`
  const whole = `${before}${given}${isClosed ? rest.replace(/^(?=\S)/u, ' ') : ` }}${rest}`}`
  const example = /^: *(["'])(?<words>.*?)\1|^: *(?<number>[\d.]+)/u.exec(given)
  const value = example?.groups?.['words'] ?? example?.groups?.['number']
  if (value !== undefined) {
    const start = before.length + given.indexOf(value)
    return { text: whole, start, end: start + value.length }
  }
  const end =
    syntax === 'expression' ? before.length + given.length : whole.indexOf('}}', before.length) + 2
  return { text: whole, start: end, end }
}

/** The choices whose name matches what was typed: first those that begin with it. */
export function matching<Choice extends { readonly name: string }>(
  choices: readonly Choice[],
  typed: string,
): readonly Choice[] {
  const wanted = foldText(typed)
  const rank = ({ name }: Choice) => {
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
