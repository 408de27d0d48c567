import { apiUrl } from './client.ts'

/** Where the bytes of an upload are, for `<img>` and links. */
export const mediaUrl = (mediaId: string): string =>
  apiUrl(`/media/${encodeURIComponent(mediaId)}/content`)
