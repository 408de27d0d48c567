import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Troubles } from '../troubles/troubles.ts'
import { readBody } from '../wire/http.ts'
import type { MediaStore } from './media-store.ts'

const UPLOAD_PATH = /^\/mms\/[^/]+\/(?<token>[^/]+)$/

/** Answers uploads and downloads of encrypted media, as WhatsApp's media hosts do. */
export function createMediaHandler(store: MediaStore, troubles: Troubles) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search } = new URL(request.url ?? '/', 'https://media.invalid')
    const answer = (status: number, body: Buffer | object) => {
      const isBytes = Buffer.isBuffer(body)
      const content = isBytes ? body : Buffer.from(JSON.stringify(body))
      const method = request.method === 'POST' ? 'POST' : 'GET'
      store.transfers.push({ method, path: pathname + search, status, sizeBytes: content.length })
      response.writeHead(status, {
        'content-type': isBytes ? 'application/octet-stream' : 'application/json',
        'content-length': content.length,
      })
      response.end(content)
    }

    if (request.method !== 'POST') {
      if (takeFailure(troubles, 'failDownloads')) return answer(503, {})
      const file = store.find(pathname)
      return file ? answer(200, file) : answer(404, {})
    }
    const token = decodeURIComponent(UPLOAD_PATH.exec(pathname)?.groups?.token ?? '')
    const body = await readBody(request)
    if (takeFailure(troubles, 'failUploads')) return answer(500, { error: 'wanted by a test' })
    if (!store.isNamedBy(token, body)) return answer(400, { error: 'hash mismatch' })
    const directPath = store.save(body)
    const url = `https://${request.headers.host}${directPath}&mms3=true`
    answer(200, { url, direct_path: directPath, handle: '' })
  }
}

function takeFailure(troubles: Troubles, kind: 'failUploads' | 'failDownloads'): boolean {
  if (troubles[kind] <= 0) return false
  troubles[kind]--
  return true
}
