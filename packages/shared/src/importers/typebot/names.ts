import { checkLiquid } from '../../liquid.ts'
import { variableName } from '../../nodes/fields.ts'

const MAX_NAME_LENGTH = 60

/** Names of variables that are legal here, each for one of Typebot's; the same again for the same name. */
export class VariableNames {
  readonly #names = new Map<string, string>()
  readonly #taken = new Set<string>()

  /** The name here of the variable that Typebot calls `original`. */
  of(original: string): string {
    const key = original.trim()
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const wanted = toName(key)
    let name = wanted
    for (
      let count = 2;
      this.#taken.has(name) || !variableName.safeParse(name).success;
      count += 1
    ) {
      name = `${wanted}_${count}`
    }
    this.#taken.add(name)
    this.#names.set(key, name)
    return name
  }

  /** Every name that was asked for. */
  get all(): readonly string[] {
    return [...this.#taken]
  }
}

/** Words joined by _, without what a name cannot have. */
function toName(original: string): string {
  const joined = original
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/gu, '')
    .slice(0, MAX_NAME_LENGTH)
  if (joined === '') return 'variable'
  return /^\p{L}/u.test(joined) ? joined : `_${joined}`
}

export interface RenamedText {
  readonly text: string
  /** Calculations inside the text, which cannot be carried out. */
  readonly leftOut: readonly string[]
}

/** A text of Typebot as Liquid: `{{Name with spaces}}` by its new name, everything else that Liquid would read escaped. */
export function toLiquid(source: string, names: VariableNames): RenamedText {
  const leftOut: string[] = []
  const text = source
    .split(/(\{\{=[^]*?=\}\}|\{\{[^{}]*\}\})/u)
    .map((part, index) => {
      if (index % 2 === 0) return escapeLiquid(part)
      const inside = part.slice(2, -2)
      if (inside.startsWith('=')) {
        leftOut.push(inside.replace(/^=|=$/gu, '').trim())
        return ''
      }
      return inside.trim() === '' ? '' : `{{ ${names.of(inside)} }}`
    })
    .join('')
  return { text: checkLiquid(text) === null ? text : escapeLiquid(source), leftOut }
}

const escapeLiquid = (text: string): string =>
  text.replace(/\{\{|\{%/gu, (sign) => `{% raw %}${sign}{% endraw %}`)
