import { setTimeout as sleep } from 'node:timers/promises'
import { errorBody } from '@parley/shared/api'
import { CommandError } from '../errors.ts'

/** A schema of `@parley/shared/api`. */
interface Schema<Value> {
  parse(value: unknown): Value
}

interface Answer {
  readonly status: number
  readonly headers: Headers
  /** Parsed JSON; null when it was none. */
  readonly body: unknown
}

const LOOK_EVERY_MS = 250

/** A Parley server as one caller sees it. */
export class Server {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly #headers: Readonly<Record<string, string>>

  /** @throws {CommandError} when `url` is none. */
  constructor(url: string, headers: Readonly<Record<string, string>> = {}) {
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) {
      throw new CommandError(`"${url}" is no address of a server; write http://… or https://…`)
    }
    this.baseUrl = url.replace(/\/+$/, '')
    this.#headers = headers
  }

  with(headers: Readonly<Record<string, string>>): Server {
    return new Server(this.baseUrl, { ...this.#headers, ...headers })
  }

  /**
   * Resolves when the server takes requests.
   *
   * @throws {CommandError} when it does not within `patienceMs`.
   */
  async waitUntilReady(patienceMs: number): Promise<void> {
    const deadline = Date.now() + patienceMs
    let reason = 'it did not answer'
    for (;;) {
      try {
        const { ok, status } = await fetch(`${this.baseUrl}/readyz`)
        if (ok) return
        reason = `/readyz answered ${status}`
      } catch (error) {
        reason = reasonOf(error)
      }
      if (Date.now() + LOOK_EVERY_MS > deadline) break
      await sleep(LOOK_EVERY_MS)
    }
    const seconds = Math.round(patienceMs / 1_000)
    throw new CommandError(
      `There is no Parley server at ${this.baseUrl}: ${reason} (tried for ${seconds} s). ` +
        'Start it with npm start, or name another one with --url.',
    )
  }

  /** What the server answers, whatever it is. @throws {CommandError} when it cannot be reached. */
  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    let response: Response
    let text: string
    try {
      response = await fetch(`${this.baseUrl}${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...this.#headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      text = await response.text()
    } catch (error) {
      throw new CommandError(`${this.baseUrl} cannot be reached: ${reasonOf(error)}`, {
        cause: error,
      })
    }
    return { status: response.status, headers: response.headers, body: parseJson(text) }
  }

  /** `data` of an answer that went well. @throws {CommandError} in the server's words otherwise. */
  async request<Data>(
    schema: Schema<Data>,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Data> {
    return readData(schema, await this.ask(method, path, body))
  }
}

/** `data` of an answer. @throws {CommandError} in the server's words when it refuses. */
export function readData<Data>(schema: Schema<Data>, answer: Answer): Data {
  const { status, headers, body } = answer
  if (status < 300 && typeof body === 'object' && body !== null && 'data' in body) {
    return schema.parse(body.data)
  }
  const refusal = errorBody.safeParse(body)
  if (!refusal.success) {
    throw new CommandError(`The answer (status ${status}) is not one of a Parley server.`)
  }
  const retryAfter = headers.get('retry-after')
  throw new CommandError(
    status === 429 && retryAfter
      ? `The server asks to wait ${retryAfter} seconds: too many requests came from here.`
      : `The server refused: ${refusal.data.message}`,
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** fetch says only "fetch failed"; what happened is in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message
  return error.message
}
