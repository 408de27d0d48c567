import type { CommandGroup } from './CommandMenu.tsx'
import { rankCommand } from './rankCommand.ts'

/** More lines of one kind nobody reads; further letters find the others. */
const MOST_IN_GROUP = 60

/** What a searchable list shows for what was typed: the best of each group first, and the group that has the best. */
export function searchCommands(
  groups: readonly CommandGroup[],
  typed: string,
): readonly CommandGroup[] {
  const isIdle = typed.trim() === ''
  return groups
    .filter(({ whenIdle }) => isIdle || !whenIdle)
    .map((group) => {
      const ranked = group.items
        .map((item) => ({ item, rank: rankCommand(item.label, item.keywords ?? [], typed) }))
        .filter(({ rank }) => rank > 0)
        .toSorted((a, b) => b.rank - a.rank)
      const items = ranked.slice(0, MOST_IN_GROUP).map(({ item }) => item)
      return { group: { ...group, items }, best: ranked[0]?.rank ?? 0 }
    })
    .filter(({ group }) => group.items.length > 0)
    .toSorted((a, b) => b.best - a.best)
    .map(({ group }) => group)
}
