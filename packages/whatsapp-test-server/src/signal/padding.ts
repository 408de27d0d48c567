import { randomInt } from 'node:crypto'

const MAX_PADDING = 16

/** Appends 1 to 16 bytes that each say how many there are, as all message plaintexts have it. */
export function pad(plain: Uint8Array): Buffer {
  const length = randomInt(1, MAX_PADDING + 1)
  return Buffer.concat([plain, Buffer.alloc(length, length)])
}

export function unpad(padded: Uint8Array): Uint8Array {
  return padded.subarray(0, padded.length - (padded.at(-1) ?? 0))
}
