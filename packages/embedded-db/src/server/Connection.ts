import type { Socket } from 'node:net'
import type { Services } from './commands/command.ts'
import { dispatch } from './dispatch.ts'
import type { ScramConversation } from './scram.ts'
import { frameReply, type Message, MessageReader } from './wire.ts'

/** One client. Its commands run one after the other, in the order in which they came. */
export class Connection {
  readonly id: number
  isAuthenticated = false
  conversation: ScramConversation | null = null
  readonly #socket: Socket
  readonly #services: Services
  readonly #reader = new MessageReader()
  readonly #waiting: Message[] = []
  #isBusy = false

  constructor(id: number, socket: Socket, services: Services) {
    this.id = id
    this.#socket = socket
    this.#services = services
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#receive(chunk))
    // A broken connection is the client's matter; the socket closes itself.
    socket.on('error', () => socket.destroy())
  }

  close(): void {
    this.#socket.destroy()
  }

  #receive(chunk: Buffer): void {
    try {
      this.#waiting.push(...this.#reader.read(chunk))
    } catch {
      // Not the wire protocol, or damaged: nothing that follows could be understood.
      this.#socket.destroy()
      return
    }
    if (!this.#isBusy) void this.#work()
  }

  /** Never rejects: dispatch turns errors into replies. */
  async #work(): Promise<void> {
    this.#isBusy = true
    for (let message = this.#waiting.shift(); message; message = this.#waiting.shift()) {
      const reply = await dispatch(this.#services, this, message)
      if (this.#socket.destroyed || !message.wantsReply) continue
      this.#socket.cork()
      for (const part of frameReply(message, reply)) this.#socket.write(part)
      this.#socket.uncork()
    }
    this.#isBusy = false
  }
}
