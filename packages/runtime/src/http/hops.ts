import { GuardError } from './guardErrors.ts'
import type { GuardedRequest } from './guardedFetch.ts'

/** One request of a call that may be redirected. */
export interface Hop {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

/** The request as the caller wants it, without what is the client's business; a password in the address becomes a header. */
export function firstHop(request: GuardedRequest): Hop {
  const url = parseUrl(request.url, undefined)
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) {
    if (!CONNECTION_HEADERS.has(name.toLowerCase())) headers[name.toLowerCase()] = value
  }
  if (url.username || url.password) {
    const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`
    headers.authorization ??= `Basic ${Buffer.from(credentials).toString('base64')}`
    url.username = ''
    url.password = ''
  }
  return { url, method: request.method, headers, body: request.body }
}

/** What browsers do: 303, and 301 or 302 after a POST, go on as GET without the body. */
export function nextHop(hop: Hop, status: number, location: string): Hop {
  const url = parseUrl(location, hop.url.href)
  const headers =
    url.origin === hop.url.origin
      ? hop.headers
      : Object.fromEntries(
          Object.entries(hop.headers).filter(([name]) => HARMLESS_HEADERS.has(name)),
        )
  const becomesGet = status === 303 || (hop.method === 'POST' && (status === 301 || status === 302))
  return becomesGet
    ? { url, method: 'GET', headers, body: undefined }
    : { url, method: hop.method, headers, body: hop.body }
}

/** @throws {GuardError} when it is no address that can be called. */
export function parseUrl(text: string, base: string | undefined): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (!url) throw new GuardError('The address is not a valid URL')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new GuardError(`Only http and https addresses can be called, not ${url.protocol}`)
  }
  return url
}

/** Headers that may follow a redirect to another origin; all others may hold secrets meant for the first one. */
const HARMLESS_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-type',
  'user-agent',
])
/** Headers that describe the connection: they are the client's business, and forged ones split requests. */
const CONNECTION_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
