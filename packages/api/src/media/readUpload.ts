import type { Request } from 'express'
import { invalidField } from '../errors.ts'
import { cleanName, isForm, readForm, type Upload } from './readForm.ts'

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
  if (isForm(request)) return readFile(request, receive)
  const { filename } = request.query
  return receive({
    stream: request,
    filename: cleanName(typeof filename === 'string' ? filename : ''),
    claimedType: request.headers['content-type'] ?? '',
  })
}

async function readFile<Result>(
  request: Request,
  receive: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const { file } = await readForm(request, receive)
  if (file) return file.received
  throw invalidField('file', 'is missing')
}
