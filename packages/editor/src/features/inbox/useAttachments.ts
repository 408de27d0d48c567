import type { Media } from '@parley/shared/api'
import { useCallback, useState } from 'react'
import { uploadMedia } from '../../api/media.ts'
import { randomId } from '../../api/randomId.ts'
import { t } from '../../i18n/t.ts'
import { toast } from '../../ui/toast.ts'

/** A file on its way to the server, or there. */
export interface Attachment {
  readonly id: string
  readonly file: File
  /** Share that is uploaded, 0 to 1. */
  readonly share: number
  /** Set when the upload is complete. */
  readonly media: Media | null
  readonly cancel: () => void
}

/** Files that will go out with the next message; each is uploaded as soon as it is chosen. */
export function useAttachments() {
  const [attachments, setAttachments] = useState<readonly Attachment[]>([])
  const change = useCallback(
    (id: string, changes: Partial<Attachment>) =>
      setAttachments((all) => all.map((each) => (each.id === id ? { ...each, ...changes } : each))),
    [],
  )
  const remove = useCallback(
    (id: string) =>
      setAttachments((all) => {
        all.find((each) => each.id === id)?.cancel()
        return all.filter((each) => each.id !== id)
      }),
    [],
  )
  const add = useCallback(
    (files: readonly File[]) => {
      for (const file of files) {
        const id = randomId()
        const aborter = new AbortController()
        setAttachments((all) => [
          ...all,
          { id, file, share: 0, media: null, cancel: () => aborter.abort() },
        ])
        uploadMedia(file, {
          signal: aborter.signal,
          onProgress: (share) => change(id, { share }),
        }).then(
          (media) => change(id, { media, share: 1 }),
          (error: unknown) => {
            if (aborter.signal.aborted) return
            remove(id)
            const reason = error instanceof Error ? error.message : String(error)
            toast({
              title: t('inbox.compose.uploadFailed', { name: file.name, reason }),
              tone: 'danger',
            })
          },
        )
      }
    },
    [change, remove],
  )
  const clear = useCallback(() => setAttachments([]), [])
  return { attachments, add, remove, clear }
}
