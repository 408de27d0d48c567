import type { Page } from '@parley/runtime/store'

/** The bodies of answers that went well. */
export const ok = <Data>(data: Data) => ({ success: true as const, data })

export const okPage = <Record, Item>(
  page: Page<Record>,
  present: (record: Record) => Item,
): { success: true; data: Item[]; pagination: { next: string | null } } => ({
  success: true,
  data: page.items.map(present),
  pagination: { next: page.nextCursor },
})

/** Of lists that are short by nature: all of it is one page. */
export const okList = <Item>(items: readonly Item[]) => ({
  success: true as const,
  data: items,
  pagination: { next: null },
})

export const okDeleted = (id: string) => ok({ id, deleted: true as const })

export const toInstant = (epochMs: number): string => new Date(epochMs).toISOString()
/** Without a fraction, as the Chat API's document writes instants. */
export const toSecond = (epochMs: number): string => toInstant(epochMs).replace(/\.\d+Z$/, 'Z')
export const toInstantOrNull = (epochMs: number | null): string | null =>
  epochMs === null ? null : toInstant(epochMs)
