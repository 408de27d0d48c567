import { Binary } from 'bson'
import { binaryBytes } from '../bson/compare.ts'
import { isNumeric, toInt64, toNumber } from '../bson/values.ts'
import { badValue } from '../errors.ts'

/** Tests the bits of an integer or Binary against a mask: a number, a Binary or a list of bit positions. */
export function bitTest(
  argument: unknown,
  accepts: (bits: bigint, mask: bigint) => boolean,
): (value: unknown) => boolean {
  const mask = Array.isArray(argument) ? maskOfPositions(argument) : bitsOf(argument)
  if (mask === null)
    throw badValue('a bit mask is a number, binary data or a list of bit positions')
  return (value) => {
    const bits = bitsOf(value)
    return bits !== null && accepts(bits, mask)
  }
}

const maskOfPositions = (positions: readonly unknown[]) =>
  positions.reduce<bigint>((mask, position) => mask | (1n << BigInt(toNumber(position))), 0n)

function bitsOf(value: unknown): bigint | null {
  if (value instanceof Binary) {
    const hex = Buffer.from(binaryBytes(value)).reverse().toString('hex')
    return BigInt(`0x${hex || '0'}`)
  }
  if (!isNumeric(value) || !Number.isInteger(toNumber(value))) return null
  return BigInt.asUintN(64, toInt64(value) ?? BigInt(toNumber(value)))
}
