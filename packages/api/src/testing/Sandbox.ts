import { Client } from './Client.ts'

/** A sandbox number with its key, and what its customers do and see. */
export class Sandbox {
  readonly id: string
  /** Has the key of the number, and nothing else. */
  readonly keyed: Client
  readonly #client: Client

  constructor(client: Client, id: string, keyed: Client) {
    this.#client = client
    this.id = id
    this.keyed = keyed
  }

  /** `settings`: how it behaves from the start. */
  static async create(client: Client, settings?: object): Promise<Sandbox> {
    const made = await client.post('/api/v1/numbers', {
      name: 'Try me',
      channel: 'sandbox',
      ...(settings && { sandbox: settings }),
    })
    const { baseUrl } = client
    const authorization = `Bearer ${made.text('data.sessionKey')}`
    return new Sandbox(client, made.text('data.id'), new Client(baseUrl, { authorization }))
  }

  /** A customer writes. Gives the id of the message. */
  async says(from: string, content: unknown, given: object = {}): Promise<string> {
    const body = { from, content, ...given }
    return (await this.#client.post(`/api/v1/sandbox/${this.id}/inbound`, body)).text('messageId')
  }

  /** What a customer has received. */
  async received(to: string): Promise<unknown> {
    const path = `/api/v1/sandbox/${this.id}/outbox?to=${encodeURIComponent(to)}`
    return (await this.#client.get(path)).at('messages')
  }

  set(settings: object) {
    return this.#client.patch(`/api/v1/sandbox/${this.id}`, settings)
  }

  setStatus(messageId: string, status: string) {
    return this.#client.post(`/api/v1/sandbox/${this.id}/status`, { messageId, status })
  }
}
