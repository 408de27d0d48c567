import createClient, { type Client } from 'openapi-fetch'
import type { paths } from './schema.ts'

export type { components, paths } from './schema.ts'

export interface ParleyOptions {
  /** Where the server is, for example `https://parley.example.com`. */
  readonly url: string
  /** A personal token (`parley_pat_…`), a key of the workspace (`whm_…`) or of a number (`parley_key_…`). */
  readonly key: string
  /** Another `fetch` than the one of the browser or of Node. */
  readonly fetch?: typeof globalThis.fetch
}

export type ParleyClient = Client<paths>

/**
 * A client of Parley's REST API with the types of every path, request and answer. Its methods never throw for an answer
 * that is an error: they give `{ data }` or `{ error }`.
 *
 * @example
 * const parley = createParley({ url: 'http://localhost:3000', key })
 * const { data, error } = await parley.POST('/api/v1/send-message', { body: { to: '15551234567', text: 'Hello' } })
 */
export function createParley({ url, key, fetch }: ParleyOptions): ParleyClient {
  return createClient<paths>({
    baseUrl: url,
    headers: key.startsWith('parley_pat_')
      ? { 'X-API-Token': key }
      : { Authorization: `Bearer ${key}` },
    ...(fetch && { fetch }),
  })
}
