import { proto } from '@whiskeysockets/baileys'
import { expect, test } from 'vitest'
import { isSignedBy } from '../signal/xeddsa.ts'
import { createServerIdentity } from './server-identity.ts'

interface Certificate {
  details: Uint8Array
  signature: Uint8Array
  key: Uint8Array
  issuerSerial: number
}

function read(certificate: proto.CertChain.INoiseCertificate | null | undefined): Certificate {
  const { details, signature } = certificate ?? {}
  if (!details || !signature) throw new Error('The certificate is incomplete')
  const { key, issuerSerial } = proto.CertChain.NoiseCertificate.Details.decode(details)
  return { details, signature, key: key ?? Buffer.alloc(0), issuerSerial: issuerSerial ?? -1 }
}

test('the root key vouches for the intermediate key, and that for the noise key', () => {
  const { rootKey, noiseKey, certificateChain } = createServerIdentity()
  const chain = proto.CertChain.decode(certificateChain)
  const intermediate = read(chain.intermediate)
  const leaf = read(chain.leaf)
  expect(intermediate.issuerSerial).toBe(0)
  expect(Buffer.from(leaf.key).equals(noiseKey.public)).toBe(true)
  expect(isSignedBy(rootKey, intermediate.details, intermediate.signature)).toBe(true)
  expect(isSignedBy(intermediate.key, leaf.details, leaf.signature)).toBe(true)
  expect(isSignedBy(rootKey, leaf.details, leaf.signature)).toBe(false)
})
