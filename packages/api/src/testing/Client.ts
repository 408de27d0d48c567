/** An answer, with its body as a test wants to look at it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: Body
}

/** JSON that a test reads by name; what is not there is undefined, and the expectation says so. */
export interface Body {
  readonly [key: string]: Body
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

  /** A string as body is sent as it is, anything else as JSON. */
  async request(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...this.headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    // Tests read answers by name; see Body.
    const parsed = (isJson ? JSON.parse(text) : { text }) as Body
    return { status: response.status, headers: response.headers, body: parsed }
  }

  get = (path: string) => this.request('GET', path)
  delete = (path: string) => this.request('DELETE', path)
  post = (path: string, body: unknown = {}) => this.request('POST', path, body)
  put = (path: string, body: unknown = {}) => this.request('PUT', path, body)
  patch = (path: string, body: unknown = {}) => this.request('PATCH', path, body)
}
