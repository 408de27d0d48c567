import { createPublicKey, verify } from 'node:crypto'

/** The prime of Curve25519. */
const P = 2n ** 255n - 19n
const ED25519_SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
const SIGN_BIT = 0x80

/**
 * Whether `signature` is the XEdDSA signature of `message` by a Curve25519 key: an Ed25519 signature by
 * the same point on the Edwards curve, whose sign travels in the signature's last bit
 * (https://signal.org/docs/specifications/xeddsa/). Baileys' own check lets wrong signatures pass.
 */
export function isSignedBy(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const plainSignature = Buffer.from(signature)
  const lastByte = plainSignature[63]
  if (lastByte === undefined || plainSignature.length !== 64) return false
  plainSignature[63] = lastByte & ~SIGN_BIT
  const edwardsKey = toEdwards(key)
  edwardsKey[31] = (edwardsKey[31] ?? 0) | (lastByte & SIGN_BIT)
  const publicKey = createPublicKey({
    key: Buffer.concat([ED25519_SPKI_PREFIX, edwardsKey]),
    format: 'der',
    type: 'spki',
  })
  return verify(null, message, publicKey, plainSignature)
}

/** y = (u - 1) / (u + 1), both little-endian. */
function toEdwards(key: Uint8Array): Buffer {
  const u = BigInt(`0x${Buffer.from(key).reverse().toString('hex')}`)
  const y = mod((u - 1n) * power(mod(u + 1n), P - 2n))
  return Buffer.from(y.toString(16).padStart(64, '0'), 'hex').reverse()
}

function mod(value: bigint): bigint {
  return ((value % P) + P) % P
}

/** Modular exponentiation; with P - 2 as exponent it inverts. */
function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  let square = base
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = mod(result * square)
    square = mod(square * square)
  }
  return result
}
