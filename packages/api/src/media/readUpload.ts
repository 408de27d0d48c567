import type { Readable } from 'node:stream'
import busboy from 'busboy'
import type { Request } from 'express'
import { ApiError, invalidField } from '../errors.ts'

/** A file that is coming in. */
export interface Upload {
  readonly stream: Readable
  readonly filename: string
  /** What the sender says that it is. */
  readonly claimedType: string
}

/**
 * Takes the file of a request: the first one of a multipart form, or the body itself, named by `?filename=`.
 * `receive` must read the stream to its end, or throw.
 *
 * @throws {ApiError} 422 without a file, 400 when the form is broken or ends too early.
 */
export async function readUpload<Result>(
  request: Request,
  receive: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const contentType = request.headers['content-type'] ?? ''
  if (/^multipart\/form-data\b/i.test(contentType)) return readForm(request, receive)
  const { filename } = request.query
  return receive({
    stream: request,
    filename: cleanName(typeof filename === 'string' ? filename : ''),
    claimedType: contentType,
  })
}

function readForm<Result>(
  request: Request,
  receive: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const form = startForm(request)
  return new Promise<Result>((resolve, reject) => {
    let received: Promise<Result> | null = null
    const fail = (error: unknown) => {
      request.unpipe(form)
      // What still comes is read and dropped, so that the answer gets through.
      request.resume()
      reject(error)
    }
    form.on('file', (_field, stream, { filename, mimeType }) => {
      // Whoever reads the stream meets its error; one that comes before that must not end the process.
      stream.on('error', () => {})
      if (received) return stream.resume()
      received = receive({ stream, filename: cleanName(filename), claimedType: mimeType })
      received.catch(fail)
    })
    form.on('error', () => fail(brokenForm()))
    form.on('close', () => {
      if (received) received.then(resolve, reject)
      else reject(invalidField('file', 'is missing'))
    })
    // Without this the form waits for ever for the rest of an upload that was cut off.
    request.on('aborted', () => form.destroy(brokenForm()))
    request.pipe(form)
  })
}

function startForm(request: Request) {
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      limits: { files: 1, fields: 20, fieldSize: 10_000, parts: 25, headerPairs: 50 },
    })
  } catch (error) {
    throw brokenForm(error)
  }
}

const brokenForm = (cause?: unknown): ApiError =>
  new ApiError('VALIDATION_ERROR', 'The form is broken or ended too early', { status: 400, cause })

const MAX_NAME_LENGTH = 200

/** The last part of a path, without characters that mean something to file systems or headers. */
const cleanName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/^.*[/\\]/, '')
    // oxlint-disable-next-line no-control-regex -- they are what is removed
    .replaceAll(/[\u0000-\u001f\u007f"<>|*?:]/g, '')
    .slice(0, MAX_NAME_LENGTH)
