import { type Answer, Client } from './Client.ts'
import { Sandbox } from './Sandbox.ts'

/** A sandbox number as clients of the instance API know it: by its instance id and its token. */
export class Instance {
  readonly id: number
  readonly token: string
  readonly sandbox: Sandbox
  readonly #client: Client

  private constructor(sandbox: Sandbox, id: number, token: string, baseUrl: string) {
    this.sandbox = sandbox
    this.id = id
    this.token = token
    this.#client = new Client(baseUrl, {})
  }

  /** `settings`: how it behaves from the start. */
  static async create(owner: Client, settings?: object): Promise<Instance> {
    const made = await owner.post('/api/v1/numbers', {
      name: 'Try me',
      channel: 'sandbox',
      ...(settings && { sandbox: settings }),
    })
    const { baseUrl } = owner
    const authorization = `Bearer ${made.text('data.sessionKey')}`
    const keyed = new Client(baseUrl, { authorization })
    const sandbox = new Sandbox(owner, made.text('data.id'), keyed)
    const id = Number(made.at('data.instanceId'))
    return new Instance(sandbox, id, made.text('data.token'), baseUrl)
  }

  /** Where a method is, with the token. */
  path(method: string, query: Readonly<Record<string, string>> = {}): string {
    const search = new URLSearchParams({ token: this.token, ...query })
    return `/instance${this.id}/${method}?${search.toString()}`
  }

  get(method: string, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#client.get(this.path(method, query))
  }

  post(method: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    return this.#client.with(headers).post(this.path(method), body)
  }
}
