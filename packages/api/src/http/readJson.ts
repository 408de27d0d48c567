import type { IncomingMessage } from 'node:http'
import { json, type Request, type Response } from 'express'
import { ApiError } from '../errors.ts'

export const MAX_BODY_BYTES = 1_000_000
/** Flows are the largest JSON that people send. */
export const MAX_FLOW_BODY_BYTES = 5_000_000

/** A file of 25 MB in base64, which makes it a third longer, and a little beside it. */
export const MAX_INLINE_FILE_BYTES = 35_000_000

/** What people send is a quarter of this deep; the database refuses more than a hundred levels. */
const MAX_DEPTH = 64

/** Bodies that might hold a NUL; only these are searched. */
const suspects = new WeakSet<object>()
const NUL_ESCAPE = Buffer.from('\\u0000')

const parserOf = (limit: number) =>
  json({
    limit,
    strict: false,
    type: isJson,
    verify: (request, _response, body, encoding) => {
      // In another encoding the search below would not find them.
      if (encoding !== 'utf-8') throw notUtf8()
      if (body.includes(NUL_ESCAPE)) suspects.add(request)
    },
  })
const parsers = new Map(
  [MAX_BODY_BYTES, MAX_FLOW_BODY_BYTES, MAX_INLINE_FILE_BYTES].map((limit) => [
    limit,
    parserOf(limit),
  ]),
)

/**
 * The JSON body of a request; an empty object when there is none.
 *
 * @throws {ApiError} 400 when it is not JSON, 413 when it is too long, 415 when it says that it is something else, 422
 * when it is nested too deeply or holds NUL characters, which databases and platforms cut texts at.
 */
export async function readJson(
  request: Request,
  response: Response,
  maxBytes: number = MAX_BODY_BYTES,
): Promise<unknown> {
  const parser = parsers.get(maxBytes)
  if (!parser) throw new Error(`There is no parser for bodies of ${maxBytes} bytes`)
  await new Promise<void>((resolve, reject) => {
    parser(request, response, (error?: unknown) => (error ? reject(toBodyError(error)) : resolve()))
  })
  // Express types parsed bodies as any.
  const body: unknown = request.body
  if (body === undefined) {
    if (hasBody(request)) {
      throw new ApiError('UNSUPPORTED_MEDIA_TYPE', 'Send JSON, with Content-Type: application/json')
    }
    return {}
  }
  if (isDeeperThan(body, MAX_DEPTH)) {
    throw new ApiError(
      'VALIDATION_ERROR',
      `The body must not be nested deeper than ${MAX_DEPTH} levels`,
    )
  }
  if (suspects.has(request)) refuseNul(body, '')
  return body
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return levels === 0 || Object.values(value).some((inner) => isDeeperThan(inner, levels - 1))
}

export function isJson({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return /^application\/([\w.+-]+\+)?json\b/i.test(headers['content-type'] ?? '')
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** What a body parser of Express threw, in our words; what is none of its errors stays as it is. */
export function toBodyError(error: unknown): unknown {
  const type = error instanceof Error && 'type' in error ? error.type : undefined
  switch (type) {
    case 'entity.parse.failed':
      return new ApiError('VALIDATION_ERROR', 'The body is not valid JSON', {
        status: 400,
        details: { '': ['is not valid JSON'] },
        cause: error,
      })
    case 'entity.too.large':
      return new ApiError('PAYLOAD_TOO_LARGE', 'The body is too long', { cause: error })
    case 'charset.unsupported':
    case 'encoding.unsupported':
      return notUtf8(error)
    case 'request.aborted':
    case 'request.size.invalid':
      return new ApiError('VALIDATION_ERROR', 'The body ended too early', {
        status: 400,
        cause: error,
      })
    default:
      return error
  }
}

const notUtf8 = (cause?: unknown): ApiError =>
  new ApiError('UNSUPPORTED_MEDIA_TYPE', 'Send JSON in UTF-8', { cause })

/** @throws {ApiError} naming the first field with a NUL. */
export function refuseNul(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) refuse(path)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      const innerPath = path === '' ? key : `${path}.${key}`
      if (key.includes('\0')) refuse(innerPath.replaceAll('\0', '\\0'))
      refuseNul(inner, innerPath)
    }
  }
}

function refuse(field: string): never {
  const message = 'must not contain NUL characters'
  throw new ApiError(
    'VALIDATION_ERROR',
    field === '' ? `The body ${message}` : `${field} ${message}`,
    {
      details: { [field]: [message] },
    },
  )
}
