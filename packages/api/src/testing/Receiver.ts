import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as a customer's server saw it. */
export interface ReceivedPost {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** The body as it came. */
  readonly text: string
  /** The body as JSON. */
  readonly body: Readonly<Record<string, unknown>>
}

/** How a customer's server answers; 204 when it says nothing else. `hang`: never. */
export interface ReceiverAnswer {
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly hang?: true
}

/** A customer's server on this machine, over real HTTP. */
export class Receiver {
  /** All requests in their order, those that it refused included. */
  readonly posts: ReceivedPost[] = []
  answer: (post: ReceivedPost) => ReceiverAnswer = () => ({})
  readonly #server: Server
  readonly port: number

  private constructor(server: Server, port: number) {
    this.#server = server
    this.port = port
  }

  /** On a free port, or on one where another was before. */
  static async start(port = 0): Promise<Receiver> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    // The address of a TCP server is always an object.
    const receiver = new Receiver(server, (server.address() as AddressInfo).port)
    server.on('request', (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString()
        const post: ReceivedPost = {
          path: request.url ?? '',
          headers: request.headers,
          text,
          // Everything that Parley posts is a JSON object; a test that finds another fails at its first look.
          body: JSON.parse(text) as ReceivedPost['body'],
        }
        receiver.posts.push(post)
        const { status = 204, headers = {}, body = '', hang } = receiver.answer(post)
        if (!hang) response.writeHead(status, headers).end(body)
      })
    })
    return receiver
  }

  url(path = '/hook'): string {
    return `http://127.0.0.1:${this.port}${path}`
  }

  /** What is at `field` of the bodies, in the order of the requests. */
  all(field: string): string[] {
    return this.posts.map(({ body }) => String(body[field]))
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}
