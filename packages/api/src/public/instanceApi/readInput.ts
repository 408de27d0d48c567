import { type Request, type Response, text } from 'express'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, invalidField } from '../../errors.ts'
import { toBodyError } from '../../http/readJson.ts'
import type { ReceivedFile } from '../../media/MediaFiles.ts'
import { isForm, readForm } from '../../media/readForm.ts'

/** A file that came in a form. */
export class UploadedFile {
  readonly filename: string
  readonly received: ReceivedFile
  constructor(filename: string, received: ReceivedFile) {
    this.filename = filename
    this.received = received
  }
}

const MAX_BYTES = 1_000_000
/** Base64 is a third longer than the 25 MB that it may hold. Larger files come in a form, or by their address. */
const MAX_FILE_BYTES = 35_000_000
const readText = {
  small: text({ limit: MAX_BYTES, type: () => true }),
  large: text({ limit: MAX_FILE_BYTES, type: () => true }),
}

/**
 * The parameters of a request: those of the query, and over them those of the body, which is JSON, a form with or without
 * a file (it becomes `body`), or URL-encoded. What the header says about it is only believed for forms with files:
 * clients send JSON under all kinds of names.
 *
 * @throws {ApiError} 400 when the body is none of these, 413 when it is too long.
 */
export async function readInput(
  { mediaFiles }: Pick<RouteDependencies, 'mediaFiles'>,
  request: Request,
  response: Response,
  { takesFile }: { takesFile: boolean },
): Promise<Record<string, unknown>> {
  const { token: _token, ...query } = request.query
  if (!isForm(request)) {
    return { ...query, ...parse(await readWhole(request, response, takesFile)) }
  }
  const { fields, file } = await readForm(request, async ({ stream, filename, claimedType }) => {
    if (!takesFile) throw invalidField('file', 'is not expected here')
    const received = await mediaFiles.receive(stream, believable(claimedType))
    mediaFiles.discardAfter(response, received)
    return new UploadedFile(filename, received)
  })
  return { ...query, ...withLists(Object.entries(fields)), ...(file && { body: file.received }) }
}

/** What a picture, a sound or a film is, its bytes know better than whoever sends it. */
export const believable = (claimedType: string): string =>
  /^(image|audio|video)\//i.test(claimedType) ? '' : claimedType

async function readWhole(
  request: Request,
  response: Response,
  takesFile: boolean,
): Promise<string> {
  const read = takesFile ? readText.large : readText.small
  await new Promise<void>((resolve, reject) => {
    read(request, response, (error?: unknown) => (error ? reject(toBodyError(error)) : resolve()))
  })
  // Express types parsed bodies as any.
  const body: unknown = request.body
  return typeof body === 'string' ? body : ''
}

function parse(body: string): Record<string, unknown> {
  const trimmed = body.trim()
  if (trimmed === '') return {}
  if (!/^[{["]/.test(trimmed)) return withLists(Array.from(new URLSearchParams(trimmed)))
  let value: unknown
  try {
    value = JSON.parse(trimmed)
  } catch (cause) {
    throw notJson('The body is not valid JSON', cause)
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  throw notJson('The body must be a JSON object')
}

const notJson = (message: string, cause?: unknown): ApiError =>
  new ApiError('VALIDATION_ERROR', message, { status: 400, cause })

/** `phones[]=1&phones[]=2`, `phones[0]=1` and a name that comes twice are lists. */
function withLists(
  entries: readonly (readonly [string, string])[],
): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>()
  for (const [key, value] of entries) {
    const [, name = key] = /^(\w+)\[\d*\]$/.exec(key) ?? []
    const before = fields.get(name)
    if (before === undefined) fields.set(name, name === key ? value : [value])
    else fields.set(name, [...(Array.isArray(before) ? before : [before]), value])
  }
  return Object.fromEntries(fields)
}
