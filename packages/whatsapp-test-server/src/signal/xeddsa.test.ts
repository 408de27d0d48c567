import { randomBytes } from 'node:crypto'
import { Curve } from '@whiskeysockets/baileys'
import { expect, test } from 'vitest'
import { isSignedBy } from './xeddsa.ts'

test('signatures of Baileys are right, whatever the sign of the key', () => {
  for (let round = 0; round < 20; round++) {
    const { public: key, private: secret } = Curve.generateKeyPair()
    const message = randomBytes(40)
    expect(isSignedBy(key, message, Curve.sign(secret, message))).toBe(true)
  }
})

test('a signature of something else, by somebody else, or of another length is wrong', () => {
  const { public: key, private: secret } = Curve.generateKeyPair()
  const message = Buffer.from('message')
  const signature = Curve.sign(secret, message)
  expect(isSignedBy(key, Buffer.from('massage'), signature)).toBe(false)
  expect(isSignedBy(Curve.generateKeyPair().public, message, signature)).toBe(false)
  expect(isSignedBy(key, message, signature.subarray(1))).toBe(false)
})
