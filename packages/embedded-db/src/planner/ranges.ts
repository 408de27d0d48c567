import { afterPrefix, encodeKey } from '../bson/keys.ts'
import { typeOrder } from '../bson/values.ts'
import type { Bounds, Interval } from './bounds.ts'
import type { KeyRange } from './plan.ts'

/** A tree and how its keys are built. */
export interface KeyedTree {
  id: number
  directions: readonly number[]
  /** Keys are comparable up to this length; longer ones are cut. */
  maxKeyBytes: number
}

/** A bound in bytes. Behind a key that was cut there is nothing left to compare, so it is always inclusive. */
interface EncodedLimit {
  key: Buffer
  isCut: boolean
}

/** The keys whose first fields have these values and whose next field lies in the bounds. */
export function keyRanges(
  tree: KeyedTree,
  values: readonly unknown[],
  bounds: Bounds | null,
): KeyRange[] {
  const encode = (...tail: unknown[]): EncodedLimit => {
    const key = encodeKey(tree.id, [...values, ...tail], tree.directions)
    const isCut = key.length >= tree.maxKeyBytes
    return { key: isCut ? key.subarray(0, tree.maxKeyBytes) : key, isCut }
  }
  const base = encode()
  if (!bounds || bounds.type === 'points' || base.isCut)
    return [{ from: base.key, to: afterPrefix(base.key) }]
  const isDescending = (tree.directions[values.length] ?? 1) < 0
  const range =
    bounds.type === 'prefix'
      ? prefixRange(encode(bounds.text))
      : intervalRange(bounds, base.key, isDescending, encode)
  return Buffer.compare(range.from, range.to) < 0 ? [range] : []
}

/** Texts that start like `key`, whose last byte is the end of the text. */
function prefixRange({ key, isCut }: EncodedLimit): KeyRange {
  const from = isCut ? key : key.subarray(0, -1)
  return { from, to: afterPrefix(from) }
}

function intervalRange(
  { low, high }: Interval,
  base: Buffer,
  isDescending: boolean,
  encode: (value: unknown) => EncodedLimit,
): KeyRange {
  const type = typeOrder((low ?? high)?.value)
  const typeByte = Buffer.concat([base, Buffer.from([isDescending ? ~type & 0xff : type])])
  const [first, last] = isDescending ? [high, low] : [low, high]
  let from: Buffer = typeByte
  let to = afterPrefix(typeByte)
  if (first) {
    const { key, isCut } = encode(first.value)
    from = first.isInclusive || isCut ? key : afterPrefix(key)
  }
  if (last) {
    const { key, isCut } = encode(last.value)
    to = last.isInclusive || isCut ? afterPrefix(key) : key
  }
  return { from, to }
}
