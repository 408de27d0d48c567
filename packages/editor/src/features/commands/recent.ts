import { z } from 'zod'
import type { CommandGroup, CommandItem } from '../../ui/CommandMenu.tsx'

const KEY = 'parley.recentCommands'
const MOST_KEPT = 30
const MOST_SHOWN = 5

/** Which entries were taken last, the newest first; as `<group> <entry>`, for as long as this device remembers. */
export function recentCommands(): readonly string[] {
  try {
    return z.array(z.string()).parse(JSON.parse(localStorage.getItem(KEY) ?? '[]'))
  } catch {
    return []
  }
}

function remember(key: string): void {
  const rest = recentCommands().filter((each) => each !== key)
  try {
    localStorage.setItem(KEY, JSON.stringify([key, ...rest].slice(0, MOST_KEPT)))
  } catch {
    // A browser that keeps nothing for us has no recent commands.
  }
}

/** Notes what is taken, and puts what was taken last before everything else while nothing is searched for. */
export function withRecent(
  groups: readonly CommandGroup[],
  { heading, recent }: { readonly heading: string; readonly recent: readonly string[] },
): readonly CommandGroup[] {
  const noted = groups.map((group) => ({
    ...group,
    items: group.items.map((item): CommandItem => ({ ...item, onSelect: note(group, item) })),
  }))
  const byKey = new Map(
    noted.flatMap((group) => group.items.map((item) => [keyOf(group, item), item])),
  )
  const items = recent.flatMap((key) => {
    const item = byKey.get(key)
    return item ? [{ ...item, id: key }] : []
  })
  return [{ id: 'recent', heading, items: items.slice(0, MOST_SHOWN), whenIdle: true }, ...noted]
}

const note = (group: CommandGroup, item: CommandItem) => () => {
  remember(keyOf(group, item))
  item.onSelect()
}

const keyOf = (group: CommandGroup, item: CommandItem): string => `${group.id} ${item.id}`
