import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { Readable } from 'node:stream'
import { Agent, type Dispatcher, fetch, type Response } from 'undici'
import { AnswerTooLongError, GuardError, privateAddress } from './guardErrors.ts'
import { guardedLookup, resolveAll } from './guardedLookup.ts'
import { firstHop, nextHop, parseUrl } from './hops.ts'
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
const bareHost = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')

/** RFC 6761, 6.3. */
const isLocalName = (host: string): boolean => /^(.*\.)?localhost\.?$/.test(host)

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
