/** The few pieces of ASN.1 DER (ITU-T X.690) that a certificate is made of. */

const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
} as const

const LONG_LENGTH = 0x80

export function tagged(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content])
}

export const sequence = (...parts: Uint8Array[]): Buffer => tagged(TAG.sequence, ...parts)
export const setOf = (...parts: Uint8Array[]): Buffer => tagged(TAG.set, ...parts)
export const octetString = (content: Uint8Array): Buffer => tagged(TAG.octetString, content)
export const utf8String = (text: string): Buffer => tagged(TAG.utf8String, Buffer.from(text))
export const trueValue = (): Buffer => tagged(TAG.boolean, Buffer.from([0xff]))

/** A positive number: as short as possible, and with a zero in front where it would look negative. */
export function integer(bytes: Uint8Array): Buffer {
  const start = bytes.findIndex((byte) => byte !== 0)
  const digits = start < 0 ? Buffer.from([0]) : bytes.subarray(start)
  const looksNegative = (digits[0] ?? 0) >= 0x80
  return tagged(TAG.integer, Buffer.from(looksNegative ? [0] : []), digits)
}

/** A bit string of whole bytes. */
export function bitString(bytes: Uint8Array): Buffer {
  return tagged(TAG.bitString, Buffer.from([0]), bytes)
}

export function utcTime(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, '').slice(2, 14)
  return tagged(TAG.utcTime, Buffer.from(`${digits}Z`))
}

/** `1.2.840.10045.4.3.2` and the like: the first two numbers share a byte, the rest is base 128. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return tagged(TAG.objectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

function base128(value: number): number[] {
  const bytes = [value & 0x7f]
  for (let left = value >>> 7; left > 0; left >>>= 7) bytes.unshift((left & 0x7f) | 0x80)
  return bytes
}

function lengthOf(content: Uint8Array): Buffer {
  if (content.length < LONG_LENGTH) return Buffer.from([content.length])
  const bytes: number[] = []
  for (let left = content.length; left > 0; left >>>= 8) bytes.unshift(left & 0xff)
  return Buffer.from([LONG_LENGTH | bytes.length, ...bytes])
}
