import { createContext, useContext } from 'react'

/** Gives the address of uploaded media. The app provides one that names the workspace. */
export const MediaUrlContext = createContext<(mediaId: string) => string>(
  (mediaId) => `/api/v1/media/${encodeURIComponent(mediaId)}/content`,
)

/** Where the bytes of a medium are: its own URL, or the address of the upload; undefined when it has neither. */
export function useMediaUrl(media: {
  readonly mediaId?: string | undefined
  readonly url?: string | undefined
}): string | undefined {
  const urlOf = useContext(MediaUrlContext)
  if (media.mediaId) return urlOf(media.mediaId)
  return media.url !== undefined && isSafeUrl(media.url) ? media.url : undefined
}

/** Only these schemes become links and sources: `javascript:` and the like come from strangers, too. */
export const isSafeUrl = (url: string): boolean =>
  /^(?:https?:|mailto:|tel:|blob:)/iu.test(url.trim())
