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

/** What a multipart form holds. */
export interface Form<Result> {
  /** Of fields with one name the last one. */
  readonly fields: Readonly<Record<string, string>>
  /** What became of the first file; null without one. */
  readonly file: { readonly received: Result } | null
}

export const isForm = ({ headers }: Request): boolean =>
  /^multipart\/form-data\b/i.test(headers['content-type'] ?? '')

/**
 * Reads a multipart form. `receive` must read the stream of the file to its end, or throw.
 *
 * @throws {ApiError} 400 when the form is broken or ends too early, 413 when a field is too long, 422 when one holds NUL
 * characters; and what `receive` throws.
 */
export function readForm<Result>(
  request: Request,
  receive: (upload: Upload) => Promise<Result>,
): Promise<Form<Result>> {
  const form = startForm(request)
  return new Promise((resolve, reject) => {
    const fields = new Map<string, string>()
    let received: Promise<Result> | null = null
    let hasFailed = false
    const fail = (error: unknown) => {
      hasFailed = true
      request.unpipe(form)
      // What still comes is read and dropped, so that the answer gets through.
      request.resume()
      reject(error)
    }
    form.on('field', (name, value, { valueTruncated }) => {
      if (!valueTruncated && !value.includes('\0')) return fields.set(name, value)
      fail(
        valueTruncated
          ? new ApiError('PAYLOAD_TOO_LARGE', `${name.slice(0, 64)} is too long`)
          : invalidField(name, 'must not contain NUL characters'),
      )
      // Ends a file that is coming in, too.
      form.destroy()
    })
    form.on('file', (_field, stream, { filename, mimeType }) => {
      // Whoever reads the stream meets its error; one that comes before that must not end the process.
      stream.on('error', () => {})
      if (received) return stream.resume()
      received = receive({ stream, filename: cleanName(filename), claimedType: mimeType })
      received.catch(fail)
    })
    form.on('error', () => fail(brokenForm()))
    form.on('close', () => {
      const withFile = async (): Promise<Form<Result>> => ({
        fields: Object.fromEntries(fields),
        file: received && { received: await received },
      })
      // A promise that nobody takes any more would end the process with its error.
      if (!hasFailed) resolve(withFile())
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
      limits: { files: 1, fields: 20, fieldSize: 100_000, parts: 25, headerPairs: 50 },
    })
  } catch (error) {
    throw brokenForm(error)
  }
}

const brokenForm = (cause?: unknown): ApiError =>
  new ApiError('VALIDATION_ERROR', 'The form is broken or ended too early', { status: 400, cause })

const MAX_NAME_LENGTH = 200

/** The last part of a path, without characters that mean something to file systems or headers. */
export const cleanName = (name: string | undefined): string =>
  (name ?? '')
    .replace(/^.*[/\\]/, '')
    // oxlint-disable-next-line no-control-regex -- they are what is removed
    .replaceAll(/[\u0000-\u001f\u007f"<>|*?:]/g, '')
    .slice(0, MAX_NAME_LENGTH)
