import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Settings } from '../media/storage/S3Storage.ts'

const CREDENTIALS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'a+secret/with=signs' } as const
const REGION = 'eu-central-1'
const BUCKET = 'uploads'
/** How far clocks may be apart. */
const MAX_SKEW_MS = 15 * 60 * 1_000

/**
 * A small S3: one bucket in memory, addressed by path. It checks every signature, written from "Signature Version 4
 * signing process" and "Common errors" of the S3 documentation (docs.aws.amazon.com/AmazonS3/latest/API/).
 */
export class S3Stub {
  readonly objects = new Map<string, Buffer>()
  /** Method and key of every request, in order. */
  readonly requests: string[] = []
  /** Answers the next requests with these instead. */
  readonly troubles: number[] = []
  readonly #server: Server
  #port = 0

  constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response))
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    // The address of a TCP server is always an object.
    this.#port = (this.#server.address() as AddressInfo).port
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  get settings(): S3Settings {
    const endpoint = `http://127.0.0.1:${this.#port}`
    return { ...CREDENTIALS, endpoint, bucket: BUCKET, region: REGION }
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '' } = request
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    // Fails only when the client goes in the middle: then there is nobody to answer.
    const body = await buffer(request).catch(() => null)
    if (!body) return
    const key = pathname.slice(`/${BUCKET}/`.length)
    this.requests.push(`${method} ${key}`)
    const trouble = this.troubles.shift()
    if (trouble !== undefined) return refuse(response, trouble, 'SlowDown')
    const problem = problemOf(request, pathname, body)
    if (problem !== null) return refuse(response, problem === 'BadDigest' ? 400 : 403, problem)
    if (!pathname.startsWith(`/${BUCKET}/`)) return refuse(response, 404, 'NoSuchBucket')
    if (method === 'PUT') return this.#put(request, response, key, body)
    if (method === 'DELETE') {
      this.objects.delete(key)
      return void response.writeHead(204).end()
    }
    this.#get(request, response, key)
  }

  #put(request: IncomingMessage, response: ServerResponse, key: string, body: Buffer): void {
    // S3 does not take uploads of unknown length.
    if (request.headers['content-length'] === undefined) {
      return refuse(response, 411, 'MissingContentLength')
    }
    this.objects.set(key, body)
    response.writeHead(200).end()
  }

  #get({ method, headers }: IncomingMessage, response: ServerResponse, key: string): void {
    const object = this.objects.get(key)
    if (!object) return refuse(response, 404, 'NoSuchKey', method)
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    const part = start === undefined ? object : object.subarray(Number(start), Number(end) + 1)
    if (part.length === 0 && start !== undefined) return refuse(response, 416, 'InvalidRange')
    response.writeHead(start === undefined ? 200 : 206, { 'content-length': part.length })
    response.end(method === 'HEAD' ? undefined : part)
  }
}

function refuse(response: ServerResponse, status: number, code: string, method = ''): void {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`
  response.writeHead(status, { 'content-type': 'application/xml' })
  response.end(method === 'HEAD' ? undefined : body)
}

/** What is wrong with a request's signature, as the code of S3's error; null when it is right. */
function problemOf(request: IncomingMessage, pathname: string, body: Buffer): string | null {
  const { headers, method = '' } = request
  const [, keyId, day, region, names, signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? []
  if (names === undefined) return 'AccessDenied'
  if (keyId !== CREDENTIALS.accessKeyId) return 'InvalidAccessKeyId'
  if (region !== REGION) return 'AuthorizationHeaderMalformed'
  const date = String(headers['x-amz-date'])
  if (!isNow(date) || !date.startsWith(day ?? '')) return 'RequestTimeTooSkewed'
  const signedNames = names.split(';')
  const sentNames = Object.keys(headers).filter((name) => name.startsWith('x-amz-'))
  if (!['host', ...sentNames].every((name) => signedNames.includes(name))) return 'AccessDenied'
  const bodyHash = sha256(body)
  if (headers['x-amz-content-sha256'] !== bodyHash) return 'BadDigest'

  const canonicalRequest = [
    method,
    pathname,
    '',
    ...signedNames.map((name) => `${name}:${String(headers[name]).trim().replaceAll(/ +/g, ' ')}`),
    '',
    names,
    bodyHash,
  ].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', date, scope, sha256(canonicalRequest)].join('\n')
  const signingKey = [day ?? '', region, 's3', 'aws4_request'].reduce<string | Buffer>(
    (key, part) => hmac(key, part),
    `AWS4${CREDENTIALS.secretAccessKey}`,
  )
  return hmac(signingKey, text).toString('hex') === signature ? null : 'SignatureDoesNotMatch'
}

/** `20261121T190000Z` */
function isNow(date: string): boolean {
  const iso = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  return Math.abs(Date.parse(iso) - Date.now()) < MAX_SKEW_MS
}

const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string): Buffer =>
  createHmac('sha256', key).update(data).digest()
