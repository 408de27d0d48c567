import type { Request, Response } from 'express'
import { readJson } from '../../http/readJson.ts'
import type { MediaFiles, ReceivedFile } from '../../media/MediaFiles.ts'
import { isForm, readForm } from '../../media/readForm.ts'

/** A file that came in a form and has no place yet. */
export interface FormFile {
  readonly filename: string
  readonly file: ReceivedFile
}

/** Of requests that are being answered. */
const files = new WeakMap<Request, FormFile>()

/** The file of a request whose body was read by a form reader; undefined when there was none. */
export const fileOf = (request: Request): FormFile | undefined => files.get(request)

const MAX_BYTES = 100_000_000
/** Whatever the file is, it may be sent as a document; what it is sent as is in a field that may come after it. */
const SIZE_LIMITS = {
  image: MAX_BYTES,
  sticker: MAX_BYTES,
  audio: MAX_BYTES,
  video: MAX_BYTES,
  document: MAX_BYTES,
} as const

/** Reads bodies that are JSON or a form with at most one file. What becomes of the file no message takes: it goes. */
export const createFormReader =
  (mediaFiles: MediaFiles) =>
  async (request: Request, response: Response): Promise<unknown> => {
    if (!isForm(request)) return readJson(request, response)
    const form = await readForm(request, async ({ stream, filename, claimedType }) => {
      const file = await mediaFiles.receive(stream, claimedType, SIZE_LIMITS)
      mediaFiles.discardAfter(response, file)
      return { filename, file }
    })
    if (form.file) files.set(request, form.file.received)
    return form.fields
  }
