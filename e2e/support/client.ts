import type { ServerProcess } from './serverProcess.ts'

/** JSON as it comes over the wire; each test says what it expects of it. */
export type Json = Record<string, unknown>

export interface Answer<Body> {
  readonly status: number
  readonly body: Body
}

/** The REST API as a stranger with a personal token sees it. */
export class Client {
  readonly #baseUrl: string
  readonly #headers: Record<string, string>

  constructor(server: Pick<ServerProcess, 'baseUrl'>, headers: Record<string, string>) {
    this.#baseUrl = server.baseUrl
    this.#headers = headers
  }

  async call<Body = Json>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
    const response = await fetch(`${this.#baseUrl}${path}`, {
      method,
      headers: {
        ...this.#headers,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    // The caller names the shape it expects; what differs shows in its assertions.
    return { status: response.status, body: (await response.json()) as Body }
  }

  /** Uploads a file as a form does. */
  async upload<Body = Json>(
    path: string,
    file: { name: string; type: string; bytes: Uint8Array<ArrayBuffer> },
  ): Promise<Body> {
    const form = new FormData()
    form.append('file', new Blob([file.bytes], { type: file.type }), file.name)
    const response = await fetch(`${this.#baseUrl}${path}`, {
      method: 'POST',
      headers: this.#headers,
      body: form,
    })
    if (!response.ok)
      throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    // As in `call`.
    return (await response.json()) as Body
  }

  /** Like `call`, but anything but a 2xx is an error with the server's answer in it. */
  async ok<Body = Json>(method: string, path: string, body?: unknown): Promise<Body> {
    const answer = await this.call<Body>(method, path, body)
    if (answer.status < 200 || answer.status > 299) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    }
    return answer.body
  }
}
