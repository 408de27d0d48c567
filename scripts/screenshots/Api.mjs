import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 20_000

/** The REST API as the editor uses it: with the login's cookie, or with a token. */
export class Api {
  /** @param {string} baseUrl @param {Record<string, string>} headers */
  constructor(baseUrl, headers) {
    this.baseUrl = baseUrl
    this.headers = headers
  }

  /**
   * Signs up the first owner of a fresh server.
   * @param {string} baseUrl
   * @param {{ name: string, email: string, password: string, workspaceName: string }} owner
   */
  static async signUp(baseUrl, owner) {
    const response = await fetch(`${baseUrl}/api/v1/auth/sign-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: baseUrl },
      body: JSON.stringify(owner),
    })
    if (!response.ok) throw new Error(`The sign-up failed: ${await response.text()}`)
    const cookie = response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    return new Api(baseUrl, { cookie, origin: baseUrl })
  }

  /**
   * @param {'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
   * @param {string} path below /api/v1
   * @param {unknown} [body]
   * @returns {Promise<any>} the `data` of the answer, or all of it when it has none
   */
  async call(method, path, body) {
    const response = await fetch(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    /** @type {any} The shape differs from call to call. */
    const answer = await response.json()
    if (!response.ok) {
      throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`)
    }
    return answer.data ?? answer
  }

  /**
   * Waits until what is at `path` is as wanted.
   * @param {string} path @param {(data: any) => boolean} isThere
   */
  async until(path, isThere) {
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const data = await this.call('GET', path)
      if (isThere(data)) return data
      if (Date.now() > deadline) throw new Error(`${path} stays ${JSON.stringify(data)}`)
      await sleep(50)
    }
  }

  /**
   * The first of a list that is as wanted, as soon as it is there.
   * @param {string} path @param {(item: any) => boolean} isIt
   */
  async find(path, isIt) {
    const items = await this.until(`${path}?limit=100`, (all) => all.some(isIt))
    return items.find(isIt)
  }
}
