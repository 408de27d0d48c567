import { describe, expect, it } from 'vitest'
import { checkRegex, matchesRegex } from './regex.ts'

describe('expressions of authors', () => {
  it.each([
    ['^#?\\d{4}$', '#1234', true],
    ['order', 'My ORDER please', true],
    ['^\\p{L}+$', 'ação', true],
    ['^a', 'ba', false],
    ['(', 'anything', false],
    ['(?=x)', 'x', false],
  ])('%s in “%s”: %s', (pattern, text, isFound) => {
    expect(matchesRegex(text, pattern)).toBe(isFound)
  })

  it.each(['(', '[a', '(?=x)', '(a)\\1', 'a'.repeat(501), '((a{1,100}){1,100}){1,100}'])(
    'says why %.30s cannot be used',
    (pattern) => {
      expect(checkRegex(pattern)).toEqual(expect.any(String))
    },
  )

  it.each(['(a+)+$', '(a|aa)+$', '(.*a){20}', '^(([a-z])+.)+[A-Z]([a-z])+$', '(x+x+)+y'])(
    'finds out about %s without end in no time',
    (pattern) => {
      const started = performance.now()
      matchesRegex(`${'a'.repeat(5_000)}!${'x'.repeat(5_000)}`, pattern)
      expect(performance.now() - started).toBeLessThan(3_000)
    },
  )
})
