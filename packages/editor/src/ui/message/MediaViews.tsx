import type { ContentOf, MediaContent } from '@parley/shared'
import { FileText, ImageOff, Mic, Music } from 'lucide-react'
import { useState } from 'react'
import { formatBytes, formatParts } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { cn } from '../cn.ts'
import { useMediaUrl } from './mediaUrl.ts'

interface Source {
  readonly mediaId?: string | undefined
  readonly url?: string | undefined
}

/** A picture or video at the top of a bubble. */
export function Picture({
  media,
  kind,
  alt,
  className,
}: {
  media: Source
  kind: 'image' | 'video' | 'sticker'
  alt: string
  className?: string
}) {
  const url = useMediaUrl(media)
  const [failedUrl, setFailedUrl] = useState<string>()
  if (!url || failedUrl === url) return <Missing />
  if (kind === 'video') {
    return (
      // Customers' videos come without captions; there is no track to show.
      // oxlint-disable-next-line jsx-a11y/media-has-caption
      <video
        src={url}
        controls
        preload="metadata"
        aria-label={alt}
        onError={() => setFailedUrl(url)}
        className={cn('max-h-80 min-h-24 w-full rounded-lg bg-black/80', className)}
      />
    )
  }
  const image = (
    <img
      src={url}
      alt={alt}
      loading="lazy"
      decoding="async"
      onError={() => setFailedUrl(url)}
      className={cn('max-h-80 min-h-20 w-full rounded-lg object-cover', className)}
    />
  )
  if (kind === 'sticker') return image
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" className="block">
      {image}
    </a>
  )
}

/** Image, video, audio, voice, document or sticker, without its caption. */
export function MediaView({ content }: { content: MediaContent }) {
  switch (content.type) {
    case 'image':
    case 'video':
      return <Picture media={content} kind={content.type} alt={t(`message.${content.type}`)} />
    case 'sticker':
      return (
        <Picture
          media={content}
          kind="sticker"
          alt={t('message.sticker')}
          className="size-32 min-h-0 object-contain"
        />
      )
    case 'audio':
    case 'voice':
      return <Sound content={content} />
    default:
      return <DocumentTile media={content} name={content.filename} sizeBytes={content.sizeBytes} />
  }
}

function Sound({ content }: { content: ContentOf<'audio'> | ContentOf<'voice'> }) {
  const url = useMediaUrl(content)
  const Icon = content.type === 'voice' ? Mic : Music
  return (
    <div className="flex w-64 max-w-full items-center gap-2.5 py-1">
      <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-primary text-on-primary">
        <Icon className="size-4" aria-hidden />
      </span>
      {url ? (
        // oxlint-disable-next-line jsx-a11y/media-has-caption
        <audio
          src={url}
          controls
          preload="metadata"
          aria-label={t(`message.${content.type}`)}
          className="h-9 min-w-0 flex-1"
        />
      ) : (
        <span className="text-bubble-meta">{t('message.mediaMissing')}</span>
      )}
    </div>
  )
}

/** A file to download. */
export function DocumentTile({
  media,
  name,
  sizeBytes,
}: {
  media: Source
  name: string | undefined
  sizeBytes: number | undefined
}) {
  const url = useMediaUrl(media)
  const title = name ?? t('message.document')
  const tile = (
    <>
      <FileText className="size-7 shrink-0 text-primary" strokeWidth={1.5} aria-hidden />
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium" dir="auto">
          {title}
        </span>
        <span className="block text-xs text-bubble-meta">
          {formatParts([extension(title), sizeBytes !== undefined && formatBytes(sizeBytes)])}
        </span>
      </span>
    </>
  )
  const look = 'flex w-64 max-w-full items-center gap-2.5 rounded-lg bg-bubble-ink/6 px-3 py-2.5'
  if (!url) return <div className={look}>{tile}</div>
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      aria-label={t('message.download', { name: title })}
      className={cn(look, 'hover:bg-bubble-ink/10')}
    >
      {tile}
    </a>
  )
}

const extension = (name: string) => /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toUpperCase()

const Missing = () => (
  <div className="flex h-28 w-56 max-w-full flex-col items-center justify-center gap-1.5 rounded-lg bg-bubble-ink/6 p-3 text-center text-xs text-bubble-meta">
    <ImageOff className="size-5" aria-hidden />
    {t('message.mediaMissing')}
  </div>
)
