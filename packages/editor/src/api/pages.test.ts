import { describe, expect, it } from 'vitest'
import { itemsOf, type Pages, putSorted, removeItem, replaceItem } from './pages.ts'

interface Item {
  readonly id: string
  readonly at: string
}
const at = (item: Item) => item.at
const pagesOf = (next: string | null, ...pages: string[][]): Pages<Item> => ({
  pages: pages.map((ids, index) => ({
    items: ids.map((id) => ({ id, at: id })),
    next: index === pages.length - 1 ? next : 'more',
  })),
  pageParams: pages.map(() => undefined),
})
const ids = (pages: Pages<Item>) => itemsOf(pages).map(({ id }) => id)

describe('pages', () => {
  it.each<[string, Pages<Item>, Item, string[]]>([
    ['first when it is newest', pagesOf(null, ['5', '3']), { id: '6', at: '6' }, ['6', '5', '3']],
    ['between its neighbours', pagesOf(null, ['5'], ['3']), { id: '4', at: '4' }, ['5', '4', '3']],
    ['last when all is loaded', pagesOf(null, ['5', '3']), { id: '1', at: '1' }, ['5', '3', '1']],
    [
      'nowhere when its page is not loaded',
      pagesOf('c', ['5', '3']),
      { id: '1', at: '1' },
      ['5', '3'],
    ],
    ['into an empty list', pagesOf(null, []), { id: '1', at: '1' }, ['1']],
    ['away from its old place', pagesOf(null, ['5'], ['3']), { id: '3', at: '9' }, ['3', '5']],
  ])('put an item %s', (_name, pages, item, expected) => {
    expect(ids(putSorted(pages, item, at))).toEqual(expected)
  })

  it('replace an item in its place, and stay the same when it is not there', () => {
    const pages = pagesOf(null, ['5', '3'])
    expect(itemsOf(replaceItem(pages, { id: '3', at: 'new' }))[1]?.at).toBe('new')
    expect(replaceItem(pages, { id: '4', at: '4' })).toBe(pages)
  })

  it('let go of an item', () => {
    expect(ids(removeItem(pagesOf(null, ['5', '3']), '5'))).toEqual(['3'])
  })
})
