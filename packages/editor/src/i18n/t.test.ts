import { describe, expect, it } from 'vitest'
import { translate } from './t.ts'

const texts = {
  greeting: 'Hello {name}, {count} new',
  flows: { count: { one: '{count} flow', other: '{count} flows' } },
}

describe('translate', () => {
  it.each([
    ['fills values in', 'en', 'greeting', { name: 'Ana', count: 2 }, 'Hello Ana, 2 new'],
    ['picks the singular', 'en', 'flows.count', { count: 1 }, '1 flow'],
    ['picks the plural', 'en', 'flows.count', { count: 0 }, '0 flows'],
    ['writes numbers as the language does', 'de', 'flows.count', { count: 1_200 }, '1.200 flows'],
    ['leaves a missing value in sight', 'en', 'greeting', { count: 1 }, 'Hello {name}, 1 new'],
    ['shows an unknown key as itself', 'en', 'flows.nothing', {}, 'flows.nothing'],
    ['shows the key of a group as itself', 'en', 'flows', {}, 'flows'],
  ])('%s', (_name, locale, key, params, expected) => {
    expect(translate(texts, locale, key, params)).toBe(expected)
  })

  it('falls back to "other" where the language has a form that the text lacks', () => {
    expect(translate(texts, 'ar', 'flows.count', { count: 3 })).toContain('flows')
  })
})
