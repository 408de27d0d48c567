import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { setTimeout as sleepFor } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { Agent, type Dispatcher, request } from 'undici'
import { type ByteRange, keyOf, type LocalFile, type MediaStorage } from './MediaStorage.ts'

export interface S3Settings {
  /** Address of the service, without the bucket: `https://s3.eu-central-1.amazonaws.com` */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** SHA-256 of nothing: what requests without a body are signed with. */
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
const CHECK_KEY = 'parley-check'
const CONNECT_TIMEOUT_MS = 10_000
const SILENCE_TIMEOUT_MS = 30_000
/** Before the second and the third try. */
const PAUSES_MS = [200, 1_000] as const
/** "Come back later", as https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html has it. */
const REPEATABLE_STATUSES: ReadonlySet<number> = new Set([429, 500, 502, 503, 504])

/** The storage refused, or did not understand. */
class S3Error extends Error {
  override name = 'S3Error'
}

/**
 * A bucket of any service that speaks S3's protocol, addressed by path (`endpoint/bucket/key`), as every one of them
 * understands it. Requests are signed with the hash of what they carry, so that the service notices bytes that were
 * changed on the way.
 */
export class S3Storage implements MediaStorage {
  readonly #settings: S3Settings
  readonly #sleep: (ms: number) => Promise<unknown>
  readonly #agent = new Agent({
    connect: { timeout: CONNECT_TIMEOUT_MS },
    headersTimeout: SILENCE_TIMEOUT_MS,
    bodyTimeout: SILENCE_TIMEOUT_MS,
  })

  /** @param sleep waits between two tries; for tests */
  constructor(
    settings: S3Settings,
    sleep: (ms: number) => Promise<unknown> = (ms) => sleepFor(ms),
  ) {
    this.#settings = settings
    this.#sleep = sleep
  }

  async put(sha256: string, file: LocalFile): Promise<void> {
    const key = keyOf(sha256)
    // The name is the hash: what is there is the same.
    if (await this.#has(key)) return
    const headers = {
      'content-length': String(file.sizeBytes),
      'content-type': 'application/octet-stream',
      'x-amz-content-sha256': sha256,
    }
    const answer = await this.#send('PUT', key, {
      headers,
      body: () => createReadStream(file.path),
    })
    await finish(answer, 'PUT', key)
  }

  async open(sha256: string, range?: ByteRange): Promise<Readable | null> {
    const key = keyOf(sha256)
    const headers: Record<string, string> = range
      ? { range: `bytes=${range.start}-${range.end}` }
      : {}
    const answer = await this.#send('GET', key, { headers })
    if (answer.statusCode === (range ? 206 : 200)) return answer.body
    if (answer.statusCode !== 404) return finish(answer, 'GET', key)
    await answer.body.dump()
    return null
  }

  async remove(sha256: string): Promise<void> {
    await this.#delete(keyOf(sha256))
  }

  async check(): Promise<void> {
    const headers = { 'x-amz-content-sha256': EMPTY_SHA256, 'content-length': '0' }
    await finish(await this.#send('PUT', CHECK_KEY, { headers }), 'PUT', CHECK_KEY)
    await this.#delete(CHECK_KEY)
  }

  async close(): Promise<void> {
    await this.#agent.close()
  }

  async #delete(key: string): Promise<void> {
    const answer = await this.#send('DELETE', key, {})
    if (answer.statusCode === 404) await answer.body.dump()
    else await finish(answer, 'DELETE', key)
  }

  /** Whoever may not list the bucket gets a 403 for what is not there, so that this only believes a yes. */
  async #has(key: string): Promise<boolean> {
    const { statusCode, body } = await this.#send('HEAD', key, {})
    await body.dump()
    return statusCode === 200
  }

  /** Sends a request, and again when the network or the service is unwell. */
  async #send(
    method: 'GET' | 'PUT' | 'HEAD' | 'DELETE',
    key: string,
    given: { headers?: Record<string, string>; body?: () => Readable },
  ): Promise<Dispatcher.ResponseData> {
    for (const pause of PAUSES_MS) {
      try {
        const answer = await this.#try(method, key, given)
        if (!REPEATABLE_STATUSES.has(answer.statusCode)) return answer
        await answer.body.dump()
      } catch (error) {
        // Files of ours that cannot be read will not be readable in a second.
        if (error instanceof Error && 'syscall' in error && error.syscall === 'open') throw error
      }
      await this.#sleep(pause)
    }
    return this.#try(method, key, given)
  }

  async #try(
    method: 'GET' | 'PUT' | 'HEAD' | 'DELETE',
    key: string,
    { headers = {}, body }: { headers?: Record<string, string>; body?: () => Readable },
  ): Promise<Dispatcher.ResponseData> {
    const { endpoint, bucket, ...credentials } = this.#settings
    const url = `${endpoint}/${bucket}/${key}`
    const signer = new AwsV4Signer({
      ...credentials,
      method,
      url,
      service: 's3',
      headers: { 'x-amz-content-sha256': EMPTY_SHA256, ...headers },
    })
    const signed = await signer.sign()
    return request(url, {
      method,
      headers: Object.fromEntries(signed.headers),
      dispatcher: this.#agent,
      ...(body ? { body: body() } : {}),
    })
  }
}

/** Reads an answer that has nothing to say. @throws {S3Error} with the code that the service gave, when it refused. */
async function finish(answer: Dispatcher.ResponseData, method: string, key: string): Promise<null> {
  const text = await answer.body.text()
  if (answer.statusCode >= 200 && answer.statusCode < 300) return null
  const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''
  throw new S3Error(
    `The storage answered ${method} ${key} with ${answer.statusCode} ${code}`.trim(),
  )
}
