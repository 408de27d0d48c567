import type { InfiniteData } from '@tanstack/react-query'
import type { Page } from './client.ts'

/** A list in the cache: pages as they were loaded. */
export type Pages<Item> = InfiniteData<Page<Item>>

export const itemsOf = <Item>(pages: Pages<Item> | undefined): Item[] =>
  pages?.pages.flatMap((page) => [...page.items]) ?? []

/** Puts an item in place of the one with its id. The same pages when it is not there. */
export function replaceItem<Item extends { readonly id: string }>(
  pages: Pages<Item>,
  item: Item,
): Pages<Item> {
  if (!pages.pages.some((page) => page.items.some(({ id }) => id === item.id))) return pages
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.map((other) => (other.id === item.id ? item : other)),
    })),
  }
}

/**
 * Puts an item where it belongs in a list that is sorted by `key`, largest first, and takes it away from where it was.
 * One that belongs behind the loaded pages is left out: it comes with its page.
 */
export function putSorted<Item extends { readonly id: string }>(
  pages: Pages<Item>,
  item: Item,
  key: (item: Item) => string,
): Pages<Item> {
  const without = removeItem(pages, item.id)
  const isLoadedToTheEnd = without.pages.at(-1)?.next === null
  let isPut = false
  const put = without.pages.map((page, index) => {
    const before = page.items.findIndex((other) => key(other) <= key(item))
    const isLastPlace = index === without.pages.length - 1 && isLoadedToTheEnd
    if (isPut || (before === -1 && !isLastPlace)) return page
    isPut = true
    const at = before === -1 ? page.items.length : before
    return { ...page, items: [...page.items.slice(0, at), item, ...page.items.slice(at)] }
  })
  return { ...without, pages: put }
}

export function removeItem<Item extends { readonly id: string }>(
  pages: Pages<Item>,
  itemId: string,
): Pages<Item> {
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      items: page.items.filter(({ id }) => id !== itemId),
    })),
  }
}
