import { badValue } from '../errors.ts'

// What documents tell without being decoded. Format: https://bsonspec.org/spec.html

/** The name of the first field of a document, which for a command is the command's name. */
export function firstFieldName(raw: Buffer): string {
  return raw.toString('utf8', 5, raw.indexOf(0, 5))
}

/**
 * Takes the array of documents called `name` out of a command without decoding it, so that documents to insert
 * are stored as the very bytes that came. Returns null when there is no such array.
 */
export function cutDocumentArray(
  raw: Buffer,
  name: string,
): { documents: Buffer[]; rest: Buffer } | null {
  let position = 4
  while (position < raw.length - 1) {
    const start = position
    const type = raw[position] ?? 0
    const nameEnd = raw.indexOf(0, position + 1)
    const field = raw.toString('utf8', position + 1, nameEnd)
    position = nameEnd + 1
    const length = valueLength(raw, type, position)
    if (type === 0x04 && field === name) {
      const documents: Buffer[] = []
      const end = position + length
      position += 4
      while (position < end - 1) {
        if (raw[position] !== 0x03) throw badValue(`'${name}' must be an array of documents`)
        position = raw.indexOf(0, position + 1) + 1
        const size = raw.readInt32LE(position)
        documents.push(raw.subarray(position, position + size))
        position += size
      }
      const rest = Buffer.concat([raw.subarray(0, start), raw.subarray(end)])
      rest.writeInt32LE(rest.length, 0)
      return { documents, rest }
    }
    position += length
  }
  return null
}

/** Length in bytes of the value of type `type` that starts at `position`. */
export function valueLength(raw: Buffer, type: number, position: number): number {
  switch (type) {
    case 0x01:
    case 0x09:
    case 0x11:
    case 0x12:
      return 8
    case 0x02:
    case 0x0d:
    case 0x0e:
      return 4 + raw.readInt32LE(position)
    case 0x03:
    case 0x04:
    case 0x0f:
      return raw.readInt32LE(position)
    case 0x05:
      return 5 + raw.readInt32LE(position)
    case 0x07:
      return 12
    case 0x08:
      return 1
    case 0x0b: {
      const options = raw.indexOf(0, position) + 1
      return raw.indexOf(0, options) + 1 - position
    }
    case 0x10:
      return 4
    case 0x13:
      return 16
    case 0x06:
    case 0x0a:
    case 0x7f:
    case 0xff:
      return 0
    default:
      throw badValue(`Invalid BSON: unknown or unsupported type 0x${type.toString(16)}`)
  }
}
