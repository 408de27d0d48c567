import { encode } from '../bson/codec.ts'
import type { Doc } from '../bson/values.ts'

/*
 * Framing of MongoDB's wire protocol: OP_MSG for everything, and OP_QUERY for the first handshake of drivers.
 * https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/
 */

const OP_REPLY = 1
const OP_QUERY = 2004
const OP_MSG = 2013
const HEADER_BYTES = 16
/** What hello announces as maxMessageSizeBytes, and some room for headers. */
export const MAX_MESSAGE_BYTES = 48_000_000
const CHECKSUM_PRESENT = 1
const MORE_TO_COME = 2

export interface Message {
  requestId: number
  /** The command document. */
  body: Buffer
  /** Lists of documents that came beside the body (kind 1 sections), by field name. */
  sequences: Record<string, Buffer[]>
  /** The first handshake comes and is answered in the old format. */
  isLegacy: boolean
  /** False when the client does not read an answer. */
  wantsReply: boolean
}

/** Cuts a byte stream into messages. */
export class MessageReader {
  #chunks: Buffer[] = []
  #length = 0

  /** Returns the messages that are complete now. @throws when the stream is not the wire protocol. */
  read(chunk: Buffer): Message[] {
    this.#chunks.push(chunk)
    this.#length += chunk.length
    const messages: Message[] = []
    for (;;) {
      const frame = this.#nextFrame()
      if (!frame) return messages
      messages.push(parseMessage(frame))
    }
  }

  #nextFrame(): Buffer | null {
    if (this.#length < HEADER_BYTES) return null
    let [first = Buffer.alloc(0)] = this.#chunks
    if (first.length < 4) first = this.#join()
    const size = first.readInt32LE(0)
    if (size < HEADER_BYTES || size > MAX_MESSAGE_BYTES + HEADER_BYTES)
      throw new Error(`A message of ${size} bytes is not valid`)
    if (this.#length < size) return null
    const all = first.length >= size ? first : this.#join()
    const rest = all.subarray(size)
    this.#chunks = all === first ? [rest, ...this.#chunks.slice(1)] : [rest]
    if (rest.length === 0) this.#chunks.shift()
    this.#length -= size
    return all.subarray(0, size)
  }

  #join(): Buffer {
    const all = Buffer.concat(this.#chunks)
    this.#chunks = [all]
    return all
  }
}

function parseMessage(frame: Buffer): Message {
  const operation = frame.readInt32LE(12)
  if (operation === OP_QUERY) return parseLegacyQuery(frame)
  if (operation !== OP_MSG)
    throw new Error(`The wire protocol operation ${operation} is not supported`)
  const flags = frame.readUInt32LE(16)
  const end = frame.length - (flags & CHECKSUM_PRESENT ? 4 : 0)
  const sequences: Record<string, Buffer[]> = {}
  let body: Buffer | null = null
  let position = 20
  while (position < end) {
    const kind = frame[position++]
    const size = frame.readInt32LE(position)
    const section = frame.subarray(position, position + size)
    if (size < 5 || section.length < size) throw new Error('A section ends behind its message')
    if (kind === 0) body = section
    else if (kind === 1) readSequence(section, sequences)
    else throw new Error(`Sections of kind ${kind} are not known`)
    position += size
  }
  if (!body) throw new Error('A message without a command')
  const requestId = frame.readInt32LE(4)
  return { requestId, body, sequences, isLegacy: false, wantsReply: !(flags & MORE_TO_COME) }
}

function readSequence(section: Buffer, sequences: Record<string, Buffer[]>): void {
  const nameEnd = section.indexOf(0, 4)
  const documents: Buffer[] = []
  for (let position = nameEnd + 1; position < section.length; ) {
    const size = section.readInt32LE(position)
    if (size < 5) throw new Error('A document of a section is too short')
    documents.push(section.subarray(position, position + size))
    position += size
  }
  sequences[section.toString('utf8', 4, nameEnd)] = documents
}

function parseLegacyQuery(frame: Buffer): Message {
  // Flags, collection name, number to skip, number to return, then the command.
  const start = frame.indexOf(0, 20) + 9
  const body = frame.subarray(start, start + frame.readInt32LE(start))
  return { requestId: frame.readInt32LE(4), body, sequences: {}, isLegacy: true, wantsReply: true }
}

let lastReplyId = 0

/** The frame of an answer, in the format in which the question came. */
export function frameReply({ requestId, isLegacy }: Message, reply: Doc | Buffer): Buffer[] {
  const body = Buffer.isBuffer(reply) ? reply : encode(reply)
  const header = Buffer.alloc(isLegacy ? 36 : 21)
  header.writeInt32LE(header.length + body.length, 0)
  header.writeInt32LE(++lastReplyId & 0x7fffffff, 4)
  header.writeInt32LE(requestId, 8)
  header.writeInt32LE(isLegacy ? OP_REPLY : OP_MSG, 12)
  if (isLegacy) {
    header.writeInt32LE(8, 16) // The flag AwaitCapable, which servers always set.
    header.writeInt32LE(1, 32) // One document follows.
  }
  return [header, body]
}

/** `{ cursor: { <batchName>: [documents], id, ns }, ok: 1 }`, built without encoding the documents again. */
export function cursorReply(
  namespace: string,
  batchName: 'firstBatch' | 'nextBatch',
  cursorId: bigint,
  documents: readonly Buffer[],
): Buffer {
  let arrayBytes = 5
  for (const [i, document] of documents.entries())
    arrayBytes += 2 + String(i).length + document.length
  const namespaceBytes = Buffer.byteLength(namespace)
  const cursorBytes = 4 + (2 + batchName.length + arrayBytes) + 12 + (9 + namespaceBytes) + 1
  const total = 4 + (8 + cursorBytes) + 12 + 1
  const out = Buffer.allocUnsafe(total)
  let at = 0
  const int32 = (value: number) => {
    at = out.writeInt32LE(value, at)
  }
  const field = (type: number, name: string) => {
    out[at++] = type
    at += out.write(name, at, 'utf8')
    out[at++] = 0
  }
  int32(total)
  field(0x03, 'cursor')
  int32(cursorBytes)
  field(0x04, batchName)
  int32(arrayBytes)
  for (const [i, document] of documents.entries()) {
    field(0x03, String(i))
    at += document.copy(out, at)
  }
  out[at++] = 0
  field(0x12, 'id')
  at = out.writeBigInt64LE(cursorId, at)
  field(0x02, 'ns')
  int32(namespaceBytes + 1)
  at += out.write(namespace, at, 'utf8')
  out[at++] = 0
  out[at++] = 0
  field(0x01, 'ok')
  at = out.writeDoubleLE(1, at)
  out[at++] = 0
  return out
}
