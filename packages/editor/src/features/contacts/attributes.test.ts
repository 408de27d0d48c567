import { describe, expect, it } from 'vitest'
import { isAttributeName, parseAttribute, showAttribute } from './attributes.ts'

describe('attributes', () => {
  it.each([
    ['Berlin', 'Berlin'],
    ['42', 42],
    ['-1.5', -1.5],
    ['007', '007'],
    ['+49151', '+49151'],
    ['true', true],
    ['["a",1]', ['a', 1]],
    ['{broken', '{broken'],
    ['[broken]', '[broken]'],
    ['', ''],
    ['12345678901234567890', '12345678901234567890'],
  ])('reads %j as %j', (text, value) => {
    expect(parseAttribute(text)).toEqual(value)
  })

  it.each(['Berlin', 42, true, ['a', 1], { a: null }])(
    'shows %j so that it reads back the same',
    (value) => {
      expect(parseAttribute(showAttribute(value))).toEqual(value)
    },
  )

  it.each([
    ['city', true],
    ['größe_2', true],
    ['2nd', false],
    ['a b', false],
    ['', false],
  ])('takes the name %j: %j', (name, isGood) => {
    expect(isAttributeName(name)).toBe(isGood)
  })
})
