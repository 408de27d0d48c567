import { ProtocolError } from '../wire/node.ts'

const LENGTH_BYTES = 3
const INTRO_LENGTH = 4
/** A client that was told an edge server puts "ED", two bytes and a length before the intro. */
const ROUTING_HEADER_LENGTH = 7

/** Prefixes a payload with its length, as every frame in both directions has it. */
export function toFrame(payload: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(LENGTH_BYTES + payload.length)
  frame.writeUIntBE(payload.length, 0, LENGTH_BYTES)
  frame.set(payload, LENGTH_BYTES)
  return frame
}

/** Cuts the byte stream into frames: a WebSocket message may hold several of them or a part of one. */
export class FrameReader {
  #pending: Buffer = Buffer.alloc(0)
  #isIntroduced = false

  /** @returns the payloads of all frames that are complete by now. */
  push(chunk: Buffer): Buffer[] {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk])
    if (!this.#isIntroduced) this.#readIntro()
    if (!this.#isIntroduced) return []
    const frames: Buffer[] = []
    for (;;) {
      if (this.#pending.length < LENGTH_BYTES) return frames
      const end = LENGTH_BYTES + this.#pending.readUIntBE(0, LENGTH_BYTES)
      if (this.#pending.length < end) return frames
      frames.push(this.#pending.subarray(LENGTH_BYTES, end))
      this.#pending = this.#pending.subarray(end)
    }
  }

  #readIntro(): void {
    const start = this.#routingHeaderLength()
    if (start === undefined || this.#pending.length < start + INTRO_LENGTH) return
    const intro = this.#pending.subarray(start, start + INTRO_LENGTH)
    if (intro.toString('latin1', 0, 2) !== 'WA') {
      throw new ProtocolError(`A client introduced itself with ${intro.toString('hex')}`)
    }
    this.#pending = this.#pending.subarray(start + INTRO_LENGTH)
    this.#isIntroduced = true
  }

  /** Undefined while too little has arrived to tell. */
  #routingHeaderLength(): number | undefined {
    if (this.#pending.length < 2) return undefined
    if (this.#pending.toString('latin1', 0, 2) !== 'ED') return 0
    if (this.#pending.length < ROUTING_HEADER_LENGTH) return undefined
    return ROUTING_HEADER_LENGTH + this.#pending.readUIntBE(4, 3)
  }
}
