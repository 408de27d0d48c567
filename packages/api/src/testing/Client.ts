/** An answer, with its body as a test wants to look at it. */
export class Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown

  constructor(status: number, headers: Headers, body: unknown) {
    this.status = status
    this.headers = headers
    this.body = body
  }

  /** What is at a dotted path of the body; undefined where nothing is. */
  at(path: string): unknown {
    return path.split('.').reduce<unknown>(
      (value, key) =>
        // JSON: everything that is an object has its own entries only.
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined,
      this.body,
    )
  }

  /** A text that must be there: ids and secrets that the test goes on with. */
  text(path: string): string {
    const value = this.at(path)
    if (typeof value === 'string') return value
    throw new Error(`No text at ${path} of ${this.status} ${JSON.stringify(this.body)}`)
  }
}

/** Speaks to a server as one caller: with a token, with a cookie, or with nothing. */
export class Client {
  readonly baseUrl: string
  readonly headers: Readonly<Record<string, string>>

  constructor(baseUrl: string, headers: Readonly<Record<string, string>>) {
    this.baseUrl = baseUrl
    this.headers = headers
  }

  with(headers: Readonly<Record<string, string>>): Client {
    return new Client(this.baseUrl, { ...this.headers, ...headers })
  }

  /** Texts, bytes and forms are sent as they are, anything else as JSON. */
  async request(method: string, path: string, body?: unknown): Promise<Answer> {
    const isRaw = body instanceof Uint8Array || body instanceof FormData
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...(body !== undefined && !isRaw && { 'content-type': 'application/json' }),
        ...this.headers,
      },
      ...(body !== undefined && {
        body: isRaw || typeof body === 'string' ? body : JSON.stringify(body),
      }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    const parsed: unknown = isJson ? JSON.parse(text) : text
    return new Answer(response.status, response.headers, parsed)
  }

  get = (path: string) => this.request('GET', path)
  delete = (path: string) => this.request('DELETE', path)
  post = (path: string, body: unknown = {}) => this.request('POST', path, body)
  put = (path: string, body: unknown = {}) => this.request('PUT', path, body)
  patch = (path: string, body: unknown = {}) => this.request('PATCH', path, body)
}
