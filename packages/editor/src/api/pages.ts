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

/** Puts an item first, and takes it away from where it was. */
export function putFirst<Item extends { readonly id: string }>(
  pages: Pages<Item>,
  item: Item,
): Pages<Item> {
  const without = removeItem(pages, item.id)
  const [first, ...rest] = without.pages
  if (!first) return pages
  return { ...without, pages: [{ ...first, items: [item, ...first.items] }, ...rest] }
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
