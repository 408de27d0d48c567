import { decodeBinaryNode, encodeBinaryNode, type proto } from '@whiskeysockets/baileys'
import { WebSocket } from 'ws'
import type { BinaryNode } from '../wire/node.ts'
import { FrameReader, toFrame } from './frames.ts'
import { NoiseResponder, type SecureChannel } from './noise.ts'
import type { ServerIdentity } from './server-identity.ts'

/** Long enough for the last stanza to leave before the socket closes. */
const CLOSE_AFTER_LAST_STANZA_MS = 20

export interface ConnectionOptions {
  socket: WebSocket
  identity: ServerIdentity
  /** Asked before every stanza, so that tests can change it while a client is connected. */
  latencyMs: () => number
}

/** Who wants to hear of a connection. Calls of one connection never overlap and keep the wire's order. */
export interface ConnectionListener {
  onLogin(payload: proto.ClientPayload, clientKey: Buffer): Promise<void>
  onNode(node: BinaryNode): Promise<void>
  onClose(): void
  onError(error: unknown): void
}

/** One WebSocket of a client: frames, encryption and binary nodes. It knows nothing of accounts. */
export class Connection {
  readonly #socket: WebSocket
  readonly #latencyMs: () => number
  readonly #listener: ConnectionListener
  readonly #frames = new FrameReader()
  readonly #noise: NoiseResponder
  #hasAnsweredHello = false
  #channel: SecureChannel | undefined
  #work: Promise<void> = Promise.resolve()
  readonly #delayed: { node: BinaryNode; dueAt: number }[] = []

  constructor({ socket, identity, latencyMs }: ConnectionOptions, listener: ConnectionListener) {
    this.#socket = socket
    this.#latencyMs = latencyMs
    this.#listener = listener
    this.#noise = new NoiseResponder(identity)
    socket.on('message', (data: Buffer) => this.#read(data))
    socket.on('close', () => listener.onClose())
    socket.on('error', (error) => listener.onError(error))
  }

  send(node: BinaryNode): void {
    const latencyMs = this.#latencyMs()
    if (latencyMs === 0 && this.#delayed.length === 0) {
      this.#write(node)
      return
    }
    this.#delayed.push({ node, dueAt: performance.now() + latencyMs })
    if (this.#delayed.length === 1) this.#scheduleDelayed(latencyMs)
  }

  /** Sends a last stanza, then closes as the server does: with a clean WebSocket close. */
  endWith(node: BinaryNode): void {
    this.send(node)
    setTimeout(() => this.#socket.close(), this.#latencyMs() + CLOSE_AFTER_LAST_STANZA_MS)
  }

  /** Cuts the TCP connection without a word. */
  drop(): void {
    this.#socket.terminate()
  }

  /** One timer for the first in line, so that a change of latency never reorders stanzas. */
  #scheduleDelayed(delayMs: number): void {
    setTimeout(() => {
      for (;;) {
        const next = this.#delayed[0]
        if (!next) return
        const remainingMs = next.dueAt - performance.now()
        if (remainingMs >= 1) return this.#scheduleDelayed(remainingMs)
        this.#delayed.shift()
        this.#write(next.node)
      }
    }, delayMs)
  }

  #write(node: BinaryNode): void {
    if (!this.#channel || this.#socket.readyState !== WebSocket.OPEN) return
    this.#socket.send(toFrame(this.#channel.encrypt(encodeBinaryNode(node))))
  }

  #read(data: Buffer): void {
    try {
      for (const frame of this.#frames.push(data)) this.#readFrame(frame)
    } catch (error) {
      this.#listener.onError(error)
      this.drop()
    }
  }

  #readFrame(frame: Buffer): void {
    if (this.#channel) {
      const plain = this.#channel.decrypt(frame)
      this.#enqueue(async () => this.#listener.onNode(await decodeBinaryNode(plain)))
    } else if (!this.#hasAnsweredHello) {
      this.#hasAnsweredHello = true
      this.#socket.send(toFrame(this.#noise.answerHello(frame)))
    } else {
      const { payload, clientKey, channel } = this.#noise.finish(frame)
      this.#channel = channel
      this.#enqueue(() => this.#listener.onLogin(payload, clientKey))
    }
  }

  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work.then(work).catch((error: unknown) => this.#listener.onError(error))
  }
}
