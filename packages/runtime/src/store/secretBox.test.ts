import { describe, expect, it } from 'vitest'
import { createSecretBox, SecretError } from './secretBox.ts'

const key = new Uint8Array(32).fill(1)

describe('createSecretBox', () => {
  it('opens what it sealed, and seals the same text differently each time', () => {
    const box = createSecretBox(key)
    const sealed = box.seal('tökén', 'num_1')
    expect(box.open(sealed, 'num_1')).toBe('tökén')
    expect(box.seal('tökén', 'num_1')).not.toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').includes('tökén')).toBe(false)
    expect(box.open(box.seal('', 'num_1'), 'num_1')).toBe('')
  })

  it('does not open with another key', () => {
    const sealed = createSecretBox(key).seal('token', 'num_1')
    const other = createSecretBox(new Uint8Array(32).fill(2))
    expect(() => other.open(sealed, 'num_1')).toThrow(SecretError)
  })

  it('does not open what was moved to another owner', () => {
    const box = createSecretBox(key)
    expect(() => box.open(box.seal('token', 'num_1'), 'num_2')).toThrow(/num_2/)
  })

  it('does not open what was changed anywhere', () => {
    const box = createSecretBox(key)
    const sealed = box.seal('token', 'num_1')
    for (let index = 0; index < sealed.length; index += 1) {
      // The last character of base64url may carry bits that mean nothing.
      if (index === sealed.length - 1) continue
      const other = sealed[index] === 'A' ? 'B' : 'A'
      const changed = sealed.slice(0, index) + other + sealed.slice(index + 1)
      expect(() => box.open(changed, 'num_1')).toThrow(SecretError)
    }
    for (const text of ['', 'v1.', 'v1.AAAA', sealed.slice(0, -8)]) {
      expect(() => box.open(text, 'num_1')).toThrow(SecretError)
    }
  })

  it('wants a key of 32 bytes', () => {
    expect(() => createSecretBox(new Uint8Array(16))).toThrow(/16 bytes/)
  })
})
