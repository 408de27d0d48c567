/**
 * whatomate's ids are UUIDs; ours are a prefix with 26 characters, a ULID or the beginning of a hash. Each of ours has one
 * UUID that says all of it, so none has to be stored or looked for.
 *
 * A UUID has 122 bits beside its version and variant. A ULID has 128, whose first six are zero until the year 2109; it
 * becomes a UUID of version 8, the one that applications define (RFC 9562). A hash has 104; it becomes one of version 5,
 * the one that is made by hashing.
 */
const PAYLOAD_BITS = 122n
const LAST_BITS = 62n
const MIDDLE_BITS = 12n
const ULID_VERSION = '8'
const HASH_VERSION = '5'
/** Crockford's base 32, as ULIDs are written, in lower case. */
const BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_LENGTH = 26

const ID = /^[a-z]+_([0-9a-hjkmnp-tv-z]{26})$/
const HEX = /^[0-9a-f]{26}$/
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The UUID of an id of ours; an id of another form stays as it is. */
export function toUuid(id: string): string {
  const text = ID.exec(id)?.[1] ?? ''
  const ulid = fromBase32(text)
  if (text !== '' && ulid < 1n << PAYLOAD_BITS) return write(ulid, ULID_VERSION)
  return HEX.test(text) ? write(BigInt(`0x${text}`), HASH_VERSION) : id
}

/** The id of ours that a UUID stands for; null when it stands for none. */
export function fromUuid(uuid: string, prefix: string): string | null {
  if (!UUID.test(uuid)) return null
  const { payload, version } = read(uuid)
  if (version === ULID_VERSION) return `${prefix}_${toBase32(payload)}`
  const hex = payload.toString(16).padStart(ID_LENGTH, '0')
  return version === HASH_VERSION && HEX.test(hex) ? `${prefix}_${hex}` : null
}

function write(payload: bigint, version: string): string {
  const hex = (value: bigint, length: number) => value.toString(16).padStart(length, '0')
  const first = hex(payload >> (LAST_BITS + MIDDLE_BITS), 12)
  const middle = hex((payload >> LAST_BITS) & ((1n << MIDDLE_BITS) - 1n), 3)
  // The variant is 10 in the first two bits.
  const last = hex((payload & ((1n << LAST_BITS) - 1n)) | (2n << LAST_BITS), 16)
  return [
    first.slice(0, 8),
    first.slice(8),
    `${version}${middle}`,
    last.slice(0, 4),
    last.slice(4),
  ].join('-')
}

function read(uuid: string): { payload: bigint; version: string } {
  const digits = uuid.replaceAll('-', '').toLowerCase()
  const [first, version, middle, last] = [
    digits.slice(0, 12),
    digits.slice(12, 13),
    digits.slice(13, 16),
    digits.slice(16),
  ]
  const lastBits = BigInt(`0x${last}`) & ((1n << LAST_BITS) - 1n)
  const payload =
    (BigInt(`0x${first}`) << (LAST_BITS + MIDDLE_BITS)) |
    (BigInt(`0x${middle}`) << LAST_BITS) |
    lastBits
  return { payload, version }
}

function fromBase32(text: string): bigint {
  let value = 0n
  for (const character of text) value = value * 32n + BigInt(BASE32.indexOf(character))
  return value
}

function toBase32(value: bigint): string {
  let text = ''
  for (let rest = value; text.length < ID_LENGTH; rest /= 32n) {
    text = `${BASE32[Number(rest % 32n)]}${text}`
  }
  return text
}
