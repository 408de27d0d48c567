import { vi } from 'vitest'

/** What a route answers: data, or an error with its status. */
export type FakeAnswer =
  | { readonly data: unknown; readonly next?: string | null }
  | {
      readonly status: number
      readonly code: string
      readonly message: string
      /** What is wrong, by field. */
      readonly details?: Readonly<Record<string, readonly string[]>>
    }

export interface FakeRequest {
  /** `GET /numbers`: without the API's root and without a query. */
  readonly route: string
  readonly body: unknown
}

/** The API for component tests: answers by route and remembers what it was asked. Unknown routes answer 404. */
export class FakeServer {
  readonly requests: FakeRequest[] = []
  readonly #routes = new Map<string, (body: unknown) => FakeAnswer | Promise<FakeAnswer>>()

  /** Takes the place of `fetch` until vitest takes its stubs back. */
  static start(): FakeServer {
    const server = new FakeServer()
    vi.stubGlobal('fetch', (url: string, init: RequestInit = {}) => server.#fetch(url, init))
    return server
  }

  on(
    route: string,
    answer: FakeAnswer | ((body: unknown) => FakeAnswer | Promise<FakeAnswer>),
  ): this {
    this.#routes.set(route, typeof answer === 'function' ? answer : () => answer)
    return this
  }

  /** Bodies of the requests to a route, in order. */
  bodiesOf(route: string): readonly unknown[] {
    return this.requests.filter((each) => each.route === route).map(({ body }) => body)
  }

  async #fetch(url: string, { method = 'GET', body }: RequestInit): Promise<Response> {
    const { pathname } = new URL(url, 'http://parley.test')
    const route = `${method} ${pathname.replace(/^\/api\/v1/u, '')}`
    const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : undefined
    this.requests.push({ route, body: parsed })
    const answer = (await this.#routes.get(route)?.(parsed)) ?? {
      status: 404,
      code: 'NOT_FOUND',
      message: `There is no ${route}`,
    }
    if ('status' in answer) {
      const { status, ...error } = answer
      const wrapped = { success: false, error: { ...error, status }, ...error }
      return Response.json(wrapped, { status })
    }
    const { data, next = null } = answer
    const pagination = Array.isArray(data) ? { pagination: { next } } : {}
    return Response.json({ success: true, data, ...pagination })
  }
}
