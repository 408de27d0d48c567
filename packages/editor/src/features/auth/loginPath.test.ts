import { describe, expect, it } from 'vitest'
import { loginPath, nextPath } from './loginPath.ts'

describe('loginPath', () => {
  it.each([
    ['/', '', '/login'],
    ['/inbox/c1', '', '/login?next=%2Finbox%2Fc1'],
    ['/contacts', '?search=a', '/login?next=%2Fcontacts%3Fsearch%3Da'],
    ['/login', '?next=%2Finbox', undefined],
    ['/invitation', '?token=t', undefined],
  ])('for %s%s is %s', (pathname, search, expected) => {
    expect(loginPath({ pathname, search })).toBe(expected)
  })
})

describe('nextPath', () => {
  it.each([
    ['?next=%2Finbox%2Fc1', '/inbox/c1'],
    ['', '/'],
    ['?next=https%3A%2F%2Fevil.example', '/'],
    ['?next=%2F%2Fevil.example', '/'],
    ['?next=%2F%5Cevil.example', '/'],
  ])('for %s is %s', (search, expected) => {
    expect(nextPath(new URLSearchParams(search))).toBe(expected)
  })
})
