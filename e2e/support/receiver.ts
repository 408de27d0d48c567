import { once } from 'node:events'
import { createServer, type Server } from 'node:http'

export interface TakenCall {
  /** The same for every attempt at one delivery. */
  readonly delivery: string
  readonly body: string
}

/** A customer's server that is told what happens, and answers as a story wants it. */
export class Receiver {
  readonly url: string
  /** What it was told, the refused attempts included. */
  readonly calls: TakenCall[] = []
  /** What it answers from now on. */
  status = 204
  readonly #server: Server

  private constructor(server: Server, url: string) {
    this.#server = server
    this.url = url
  }

  static async start(): Promise<Receiver> {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port')
    const receiver = new Receiver(server, `http://127.0.0.1:${address.port}/parley`)
    server.on('request', (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        receiver.calls.push({
          delivery: String(request.headers['x-parley-delivery']),
          body: Buffer.concat(chunks).toString(),
        })
        response.writeHead(receiver.status).end()
      })
    })
    return receiver
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }
}
