/**
 * The part of a regular expression that makes backtracking engines try without end: a repetition of what is repeated
 * already, such as `(a+)+` or `(\w*\s?)*`. Null when there is none. RE2, which Parley runs, does not mind.
 */
export function explosivePart(pattern: string): string | null {
  const open: number[] = []
  let isInClass = false
  for (let at = 0; at < pattern.length; at += 1) {
    const sign = pattern.charAt(at)
    if (sign === '\\') at += 1
    else if (isInClass) isInClass = sign !== ']'
    else if (sign === '[') isInClass = true
    else if (sign === '(') open.push(at)
    else if (sign === ')') {
      const start = open.pop()
      const repeat = /^(?:[+*]|\{\d+,\})/u.exec(pattern.slice(at + 1))?.[0]
      if (start === undefined || repeat === undefined) continue
      if (alternativesOf(pattern.slice(start + 1, at)).some(repeatsItself)) {
        return pattern.slice(start, at + 1 + repeat.length)
      }
    }
  }
  return null
}

/** One item of a pattern with what is said about how often it comes. */
interface Item {
  readonly isOptional: boolean
  readonly isRepeated: boolean
}

/** True when nothing that must be there parts one round of the group from the next but what repeats anyway. */
function repeatsItself(items: readonly Item[]): boolean {
  const needed = items.filter(({ isOptional }) => !isOptional)
  if (!items.some(({ isRepeated }) => isRepeated)) return false
  return needed.length === 0 || (needed.length === 1 && needed[0]?.isRepeated === true)
}

/** The alternatives of a group, each as its items; groups inside count as one. */
function alternativesOf(body: string): readonly (readonly Item[])[] {
  const alternatives: Item[][] = [[]]
  let rest = body.replace(/^\?(?:[a-zA-Z]*:|P?<\w+>)/u, '')
  while (rest !== '') {
    if (rest.startsWith('|')) {
      alternatives.push([])
      rest = rest.slice(1)
      continue
    }
    const atom = atomOf(rest)
    const [whole = '', repeat = ''] =
      /^([+*?]|\{\d*,?\d*\})?\??/u.exec(rest.slice(atom.length)) ?? []
    if (!/^[\^$]|^\\[bBAz]/u.test(atom)) {
      alternatives.at(-1)?.push({
        isOptional: /^(?:[*?]|\{0?,)/u.test(repeat),
        isRepeated: /^(?:[+*]|\{\d+,\})/u.test(repeat),
      })
    }
    rest = rest.slice(atom.length + whole.length)
  }
  return alternatives
}

function atomOf(rest: string): string {
  if (rest.startsWith('\\')) return rest.slice(0, 2)
  if (rest.startsWith('[')) return /^\[\^?\]?(?:\\.|[^\]\\])*\]?/u.exec(rest)?.[0] ?? rest
  if (!rest.startsWith('(')) return rest.slice(0, 1)
  let depth = 0
  for (let at = 0; at < rest.length; at += 1) {
    const sign = rest.charAt(at)
    if (sign === '\\') at += 1
    else if (sign === '(') depth += 1
    else if (sign === ')' && --depth === 0) return rest.slice(0, at + 1)
  }
  return rest
}
