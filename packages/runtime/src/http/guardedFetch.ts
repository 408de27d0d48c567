import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns'
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { callbackify } from 'node:util'
import { Agent, type Dispatcher, fetch, type Response } from 'undici'
import { isPublicAddress } from './publicAddress.ts'

export interface GuardedFetchOptions {
  /** Hosts (`name` or `name:port`) that may be called although they are private. */
  readonly allowedHosts: readonly string[]
  /** Looks up all addresses of a name; the system's resolver when absent. */
  readonly resolve?: (hostname: string) => Promise<readonly LookupAddress[]>
}

export interface GuardedRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly signal: AbortSignal
  /** After decompression. */
  readonly maxResponseBytes: number
  /** What becomes of a longer answer; it is an error when absent. */
  readonly whenLonger?: 'refuse' | 'cut'
  /** `ignore`: a redirect is the answer. */
  readonly maxRedirects: number | 'ignore'
}

export interface GuardedResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** A call that the guard refused, or an answer that it did not want. The message is for the author of the flow. */
export class GuardError extends Error {
  override name = 'GuardError'
}

/** The answer, or what it says of itself, is longer than `maxResponseBytes`. */
export class AnswerTooLongError extends GuardError {
  override name = 'AnswerTooLongError'
}

export interface GuardedFetch {
  /** @throws {GuardError} when the guard refuses; other errors are the network's. */
  fetch(request: GuardedRequest): Promise<GuardedResponse>
  /** Why this address will be refused, as far as its text tells; a name may yet turn out to be private. */
  refusalOf(url: string): string | null
  /** Closes kept-alive connections. */
  close(): Promise<void>
}

export interface GuardedStream {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Fails with a `GuardError` when it gets too long. Whoever does not read it to its end destroys it. */
  readonly body: Readable
}

/** The guarded client for files: their bytes are handed on while they come. */
export interface GuardedDownload {
  /**
   * @throws {GuardError} when the guard refuses, or the answer says that it will be too long; other errors are the
   * network's.
   */
  open(request: GuardedRequest): Promise<GuardedStream>
}

/**
 * An HTTP client for addresses that users write. It connects only to public addresses: names are resolved first, and
 * the connection goes to the very addresses that were checked, so a name cannot point elsewhere a moment later (DNS
 * rebinding). Every hop of a redirect is checked in the same way.
 */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch & GuardedDownload {
  const allowed = new Set(options.allowedHosts.map((host) => host.toLowerCase()))
  const isAllowed = (url: URL) => allowed.has(url.host) || allowed.has(bareHost(url))
  const guarded = new Agent({
    connect: { lookup: guardedLookup(options.resolve ?? resolveAll), timeout: CONNECT_TIMEOUT_MS },
  })
  const open = new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS } })

  const dispatcherFor = (url: URL): Dispatcher => {
    if (isAllowed(url)) return open
    // Connections to literal addresses never ask the lookup.
    const host = bareHost(url)
    if (isIP(host) && !isPublicAddress(host)) throw privateAddress(host)
    return guarded
  }

  /** The first answer that is no redirect. */
  async function follow(request: GuardedRequest): Promise<Response> {
    const { maxRedirects } = request
    let hop = firstHop(request)
    for (let redirects = 0; ; redirects += 1) {
      const response = await fetch(hop.url, {
        method: hop.method,
        headers: hop.headers,
        ...(hop.body === undefined ? {} : { body: hop.body }),
        redirect: 'manual',
        dispatcher: dispatcherFor(hop.url),
        signal: request.signal,
      }).catch(throwCause)
      const location = REDIRECTS.has(response.status) ? response.headers.get('location') : null
      if (location === null || maxRedirects === 'ignore') return response
      await response.body?.cancel()
      if (redirects >= maxRedirects) {
        throw new GuardError(`The address redirected more than ${maxRedirects} times`)
      }
      hop = nextHop(hop, response.status, location)
    }
  }

  return {
    async fetch(request) {
      const { status, headers, body } = await follow(request)
      return { status, headers: Object.fromEntries(headers), body: await readBody(body, request) }
    },
    async open(request) {
      const { status, headers, body } = await follow(request)
      if (Number(headers.get('content-length') ?? 0) > request.maxResponseBytes) {
        await body?.cancel()
        throw tooLong(request)
      }
      const stream = Readable.from(limited(body, request), { objectMode: false })
      return { status, headers: Object.fromEntries(headers), body: stream }
    },
    refusalOf(text) {
      try {
        const url = parseUrl(text, undefined)
        if (isLocalName(bareHost(url)) && !isAllowed(url)) throw privateAddress(bareHost(url))
        dispatcherFor(url)
        return null
      } catch (error) {
        if (error instanceof GuardError) return error.message
        throw error
      }
    },
    async close() {
      await Promise.all([guarded.close(), open.close()])
    },
  }
}

const CONNECT_TIMEOUT_MS = 10_000
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
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

interface Hop {
  readonly url: URL
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
}

function firstHop(request: GuardedRequest): Hop {
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
function nextHop(hop: Hop, status: number, location: string): Hop {
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

function parseUrl(text: string, base: string | undefined): URL {
  const url = URL.canParse(text, base) ? new URL(text, base) : null
  if (!url) throw new GuardError('The address is not a valid URL')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new GuardError(`Only http and https addresses can be called, not ${url.protocol}`)
  }
  return url
}

const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** RFC 6761, 6.3. */
const isLocalName = (host: string): boolean => /^(.*\.)?localhost\.?$/.test(host)

const privateAddress = (host: string): GuardError =>
  new GuardError(
    `${host} is a private address. Parley only calls public ones; the operator can allow a host in PARLEY_ALLOW_PRIVATE_HOSTS`,
  )

const resolveAll = (hostname: string): Promise<readonly LookupAddress[]> =>
  new Promise((resolve, reject) => {
    dnsLookup(hostname, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    )
  })

type LookupCallback = (
  error: Error | null,
  address: string | LookupAddress[],
  family?: number,
) => void

/** A `lookup` for sockets that gives only checked addresses. */
export function guardedLookup(
  resolve: (hostname: string) => Promise<readonly LookupAddress[]>,
): (hostname: string, options: LookupOptions, callback: LookupCallback) => void {
  const resolveChecked = callbackify((hostname: string) => checkedAddresses(hostname, resolve))
  return (hostname, options, callback) => {
    resolveChecked(hostname, (error, addresses) => {
      if (error) callback(error, '')
      else if (options.all) callback(null, [...addresses])
      else callback(null, addresses[0].address, addresses[0].family)
    })
  }
}

/** One private address spoils the name: nobody honest mixes them. */
async function checkedAddresses(
  hostname: string,
  resolve: (hostname: string) => Promise<readonly LookupAddress[]>,
): Promise<readonly [LookupAddress, ...LookupAddress[]]> {
  const [first, ...others] = await resolve(hostname).catch((error: unknown) => {
    throw new GuardError(`${hostname} cannot be found`, { cause: error })
  })
  if (!first) throw new GuardError(`${hostname} has no address`)
  if (![first, ...others].every(({ address }) => isPublicAddress(address))) {
    throw privateAddress(hostname)
  }
  return [first, ...others]
}

/** fetch hides the reason of a failure in `cause`. */
function throwCause(error: unknown): never {
  throw error instanceof Error && error.cause instanceof Error ? error.cause : error
}

async function readBody(
  body: AsyncIterable<Uint8Array> | null,
  { maxResponseBytes, whenLonger = 'refuse' }: GuardedRequest,
): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    length += chunk.byteLength
    if (length <= maxResponseBytes) continue
    if (whenLonger === 'refuse') {
      throw tooLong({ maxResponseBytes })
    }
    // Leaving the loop cancels the stream.
    break
  }
  return Buffer.concat(chunks).subarray(0, maxResponseBytes)
}

/** Passes the body on, up to the limit. */
async function* limited(
  body: AsyncIterable<Uint8Array> | null,
  request: GuardedRequest,
): AsyncGenerator<Uint8Array> {
  let length = 0
  try {
    for await (const chunk of body ?? []) {
      length += chunk.byteLength
      // Leaving the loop cancels the stream.
      if (length > request.maxResponseBytes) throw tooLong(request)
      yield chunk
    }
  } catch (error) {
    throwCause(error)
  }
}

const tooLong = ({ maxResponseBytes }: Pick<GuardedRequest, 'maxResponseBytes'>): GuardError =>
  new AnswerTooLongError(`The answer is longer than ${maxResponseBytes} bytes`)
