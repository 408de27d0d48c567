import { describe, expect, it } from 'vitest'
import { explosivePart } from './explosivePart.ts'

describe('a pattern that would explode elsewhere', () => {
  it.each([
    ['(a+)+', '(a+)+'],
    ['^(\\w+\\s?)*$', '(\\w+\\s?)*'],
    ['x([a-z]*)*y', '([a-z]*)*'],
    ['(?:(?:ab)*)+', '(?:(?:ab)*)+'],
    ['(?:a|b+){2,}', '(?:a|b+){2,}'],
    ['(.*)*', '(.*)*'],
  ])('%s is found', (pattern, part) => {
    expect(explosivePart(pattern)).toBe(part)
  })

  it.each([
    'order \\d+',
    '(a+b)+',
    '(ab)+',
    '(a+)?',
    '(a+){3}',
    '[(a+)+]',
    '\\(a+\\)+',
    '(\\d+,)*',
    '',
  ])('%s is none', (pattern) => {
    expect(explosivePart(pattern)).toBeNull()
  })
})
