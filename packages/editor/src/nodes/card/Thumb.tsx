import type { MediaContentType, MediaSource } from '@parley/shared'
import {
  File as FileIcon,
  Image as ImageIcon,
  Link2,
  Mic,
  Music,
  Play,
  Sticker,
  Video,
} from 'lucide-react'
import { type ReactNode, useContext, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { isSafeUrl, MediaUrlContext } from '../../ui/message/mediaUrl.ts'

export const MEDIA_ICONS: Readonly<Record<MediaContentType, typeof FileIcon>> = {
  image: ImageIcon,
  video: Video,
  audio: Music,
  voice: Mic,
  document: FileIcon,
  sticker: Sticker,
}

const PICTURE_HEIGHT = 96
/** A file, or a sound: a line with a sign. */
const STRIP_HEIGHT = 48

/** Height of what {@link Thumb} draws for a kind of media. */
export const thumbHeight = (kind: MediaContentType): number =>
  isPicture(kind) ? PICTURE_HEIGHT : STRIP_HEIGHT

const isPicture = (kind: MediaContentType): boolean =>
  kind === 'image' || kind === 'video' || kind === 'sticker'

/** What a node sends, as a phone shows it: a picture, a file, or a sound. Always as high as `thumbHeight` says. */
export function Thumb({
  kind,
  source,
  filename = '',
}: {
  kind: MediaContentType
  source: MediaSource
  filename?: string
}) {
  const url = useSource(source)
  // One that could not be loaded is not tried again until it is another one.
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  const style = { height: thumbHeight(kind) }
  if (!isPicture(kind)) {
    return (
      <Strip style={style} kind={kind} hasSource={hasSource(source)}>
        {filename || wordsFor(kind, source)}
      </Strip>
    )
  }
  if (url === null || url === brokenUrl) {
    const Icon = source.type === 'url' ? Link2 : MEDIA_ICONS[kind]
    return (
      <div
        className="flex flex-col items-center justify-center gap-1.5 rounded-md bg-bubble-ink/8 px-3 text-xs text-bubble-meta"
        style={style}
      >
        <Icon className="size-5" aria-hidden />
        <span className="max-w-full truncate" dir="auto">
          {wordsFor(kind, source)}
        </span>
      </div>
    )
  }
  const onError = () => setBrokenUrl(url)
  if (kind === 'video') {
    return (
      <div className="relative overflow-hidden rounded-md bg-bubble-ink/8" style={style}>
        {/* Its first picture; nothing plays here, so there is nothing to put words under. */}
        <video
          src={`${url}#t=0.1`}
          preload="metadata"
          muted
          playsInline
          tabIndex={-1}
          aria-hidden
          className="pointer-events-none size-full object-cover"
          onError={onError}
        />
        <span className="absolute inset-0 m-auto flex size-9 items-center justify-center rounded-full bg-black/55 text-white">
          <Play className="size-4 fill-current" aria-hidden />
        </span>
      </div>
    )
  }
  return (
    <img
      src={url}
      alt=""
      loading="lazy"
      decoding="async"
      referrerPolicy="no-referrer"
      draggable={false}
      className={cn(
        'w-full rounded-md bg-bubble-ink/8',
        kind === 'sticker' ? 'bg-transparent object-contain' : 'object-cover',
      )}
      style={style}
      onError={onError}
    />
  )
}

const hasSource = (source: MediaSource): boolean =>
  (source.type === 'url' ? source.url : source.mediaId) !== ''

/** Where it can be loaded from; null when it is not there yet, or only known when it is sent. */
function useSource(source: MediaSource): string | null {
  const mediaUrl = useContext(MediaUrlContext)
  if (source.type === 'upload') return source.mediaId === '' ? null : mediaUrl(source.mediaId)
  return source.url.includes('{{') || !isSafeUrl(source.url) ? null : source.url.trim()
}

function wordsFor(kind: MediaContentType, source: MediaSource): string {
  if (!hasSource(source)) return t('nodes.card.chooseFile')
  return source.type === 'url'
    ? t('nodes.card.fromUrl', { url: source.url })
    : t(`nodes.form.mediaKinds.${kind}`)
}

function Strip({
  kind,
  hasSource: isThere,
  style,
  children,
}: {
  kind: MediaContentType
  hasSource: boolean
  style: { height: number }
  children: ReactNode
}) {
  const Icon = MEDIA_ICONS[kind]
  const isSound = (kind === 'audio' || kind === 'voice') && isThere
  return (
    <div
      className="flex items-center gap-2.5 rounded-md bg-bubble-ink/8 px-2.5 text-xs text-bubble-ink"
      style={style}
    >
      <span className="flex size-8 shrink-0 items-center justify-center rounded-full bg-bubble-ink/10 text-bubble-link">
        {isSound ? (
          <Play className="size-4 fill-current" aria-hidden />
        ) : (
          <Icon className="size-4" aria-hidden />
        )}
      </span>
      {isSound ? (
        <Waves />
      ) : (
        <span className="min-w-0 flex-1 truncate" dir="auto">
          {children}
        </span>
      )}
      {isSound && <Icon className="size-4 shrink-0 text-bubble-meta" aria-hidden />}
    </div>
  )
}

const WAVES = [6, 10, 16, 9, 20, 14, 8, 18, 12, 22, 15, 9, 17, 11, 7, 13, 19, 10, 6, 12]

const Waves = () => (
  <span className="flex h-6 min-w-0 flex-1 items-center gap-0.5" aria-hidden>
    {WAVES.map((height, index) => (
      <span key={index} className="w-0.5 shrink-0 rounded-full bg-bubble-meta" style={{ height }} />
    ))}
  </span>
)
