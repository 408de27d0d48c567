import { Readable } from 'node:stream'
import type { UploadRequest } from '@parley/shared/api'
import type { RouteDependencies } from '../dependencies.ts'
import { invalidField } from '../errors.ts'
import { filenameInUrl } from './filenameInUrl.ts'
import { decodeBase64, type InlineFile, parseDataUri } from './inlineFile.ts'
import type { ReceivedFile } from './MediaFiles.ts'
import { cleanName } from './readForm.ts'
import { receiveFromUrl } from './receiveFromUrl.ts'

/**
 * Takes in a file that is somewhere on the web, or came as text.
 *
 * @param signal nobody waits for it any more
 * @throws {ApiError} 413, 415, and 422 with the field that is wrong
 */
export async function receiveSource(
  dependencies: Pick<RouteDependencies, 'mediaFiles' | 'downloads'>,
  source: UploadRequest,
  signal: AbortSignal,
): Promise<ReceivedFile & { readonly filename: string }> {
  const { url, mimeType, filename } = source
  if (url !== undefined) {
    const received = await receiveFromUrl(dependencies, { url, mimeType, signal })
    return { ...received, filename: cleanName(filename ?? filenameInUrl(url)) }
  }
  const { bytes, claimedType } = readInline(source)
  if (bytes.length === 0) throw invalidField(fieldOf(source), 'is an empty file')
  const received = await dependencies.mediaFiles.receive(
    Readable.from([bytes]),
    mimeType ?? claimedType,
  )
  return { ...received, filename: cleanName(filename) }
}

function readInline(source: UploadRequest): InlineFile {
  const { base64, dataUri } = source
  if (dataUri !== undefined) {
    const file = parseDataUri(dataUri)
    if (file) return file
    throw invalidField('dataUri', 'must be data:, a media type, ;base64, and the file in base64')
  }
  const bytes = decodeBase64(base64 ?? '')
  if (bytes) return { bytes, claimedType: '' }
  const isDataUri = base64?.startsWith('data:')
  throw invalidField('base64', isDataUri ? 'is a data URI: send it as dataUri' : 'is no base64')
}

const fieldOf = ({ dataUri }: UploadRequest): string =>
  dataUri === undefined ? 'base64' : 'dataUri'
