import type { TextLimit } from './capabilities.ts'
import { countText, cutText } from './text.ts'

export interface NumberedOption {
  readonly id: string
  readonly title: string
  readonly description?: string | undefined
}
export interface OptionGroup {
  readonly title?: string | undefined
  readonly options: readonly NumberedOption[]
}

/** Options as lines "1. Title – description", counted through all groups, each group under its title. */
export function numberedOptions(groups: readonly OptionGroup[]): string {
  let number = 0
  return groups
    .map(({ title, options }) =>
      [
        ...(title ? [title] : []),
        ...options.map((option) => {
          number++
          const description = option.description ? ` – ${option.description}` : ''
          return `${number}. ${option.title}${description}`
        }),
      ].join('\n'),
    )
    .join('\n\n')
}

/** Titles cut to a limit and told apart with " (2)" where cutting made them equal. */
export function uniqueCutTitles(
  options: readonly { readonly title: string }[],
  limit: TextLimit,
): readonly string[] {
  const taken = new Set<string>()
  return options.map(({ title }) => {
    let unique = cutText(title, limit)
    for (let number = 2; taken.has(unique); number++) {
      const ending = ` (${number})`
      const room = limit.max - countText(ending, limit.unit)
      unique = cutText(title, { ...limit, max: Math.max(room, 1) }) + ending
    }
    taken.add(unique)
    return unique
  })
}
