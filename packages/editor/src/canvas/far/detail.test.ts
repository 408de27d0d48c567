import { describe, expect, test } from 'vitest'
import { detailAt, isPictureAt } from './detail.ts'

describe('a flow seen from further and further away', () => {
  test.each([
    { zoom: 1, many: 'all', few: 'all' },
    { zoom: 0.4, many: 'title', few: 'all' },
    { zoom: 0.2, many: 'title', few: 'title' },
    { zoom: 0.1, many: 'colour', few: 'colour' },
  ])('shows $many of many cards and $few of few at zoom $zoom', ({ zoom, many, few }) => {
    expect(detailAt(zoom, 300)).toBe(many)
    expect(detailAt(zoom, 20)).toBe(few)
  })

  test('becomes a picture as soon as its cards are no more than a title, if there are many', () => {
    expect(isPictureAt(0.5, 300)).toBe(false)
    expect(isPictureAt(0.4, 300)).toBe(true)
    expect(isPictureAt(0.1, 20)).toBe(false)
  })
})
