import { answer, type Media, media } from '@parley/shared/api'
import { t } from '../i18n/t.ts'
import { API_ROOT } from './client.ts'
import { ConnectionError, toApiError } from './errors.ts'
import { parseJson } from './parseJson.ts'
import { useWorkspaceChoice } from './workspace.ts'

/**
 * Uploads a file. `onProgress` hears the share that is done, 0 to 1 (fetch cannot tell; this is why XMLHttpRequest).
 *
 * @throws {ApiError} when the server refuses the file: too large, of a kind that it does not take.
 * @throws {ConnectionError} when the connection breaks half way; nothing is kept then.
 */
export function uploadMedia(
  file: File,
  options: { onProgress?: (share: number) => void; signal?: AbortSignal } = {},
): Promise<Media> {
  return new Promise((resolve, reject) => {
    const upload = new XMLHttpRequest()
    upload.open('POST', `${API_ROOT}/media`)
    const { workspaceId } = useWorkspaceChoice.getState()
    if (workspaceId) upload.setRequestHeader('X-Workspace-Id', workspaceId)
    upload.upload.onprogress = (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total)
    }
    upload.onerror = () => reject(new ConnectionError(t('errors.noConnection')))
    upload.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'))
    upload.onload = () => {
      const body = parseJson(upload.responseText)
      const parsed = answer(media).safeParse(body)
      if (upload.status < 300 && parsed.success) resolve(parsed.data.data)
      else reject(toApiError(upload.status, body, upload.getResponseHeader('Retry-After')))
    }
    options.signal?.addEventListener('abort', () => upload.abort(), { once: true })
    const form = new FormData()
    form.append('file', file, file.name)
    upload.send(form)
  })
}
