import { Readable } from 'node:stream'
import type { RouteDependencies } from '../../dependencies.ts'
import { storeUpload } from '../../media/storeUpload.ts'
import { wrong } from './chatId.ts'
import { believable, UploadedFile } from './readInput.ts'
import { type FileSource, isWebAddress } from './toOutbound.ts'

const DATA_URI = /^data:([\w.+-]+\/[\w.+-]+)?(?:;[\w-]+=[^;,]*)*;base64,/i

/**
 * The file that a client sends, in any of the ways that there are. An address is passed on as it is: it is fetched when
 * the message is sent.
 *
 * @throws {ApiError} when it is none of them, 413 and 415 as for uploads.
 */
export async function readFile(
  dependencies: RouteDependencies,
  workspaceId: string,
  given: string | UploadedFile | undefined,
  filename: string,
): Promise<FileSource> {
  if (given instanceof UploadedFile) {
    return storeUpload(dependencies, workspaceId, filename, given.received)
  }
  const body = given ?? ''
  if (isWebAddress(body)) return { url: body }
  const [head, claimedType = ''] = DATA_URI.exec(body) ?? []
  if (head === undefined) throw wrong('body', WRONG_FILE)
  const bytes = fromBase64(body.slice(head.length))
  const received = await dependencies.mediaFiles.receive(
    Readable.from([bytes], { objectMode: false }),
    believable(claimedType),
  )
  return storeUpload(dependencies, workspaceId, filename, received)
}

const WRONG_FILE =
  'File was not sent: body parameter should be an http or https link, a base64-encoded file like data:image/jpeg;base64,… or a file in form-data'

function fromBase64(text: string): Buffer {
  const compact = text.replaceAll(/\s/g, '')
  if (compact !== '' && /^[A-Za-z0-9+/_-]*={0,2}$/.test(compact)) {
    return Buffer.from(compact, 'base64')
  }
  throw wrong('body', 'File was not sent: body parameter is not valid base64')
}
