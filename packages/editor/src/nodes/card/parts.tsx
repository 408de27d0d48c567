import type { MediaContentType, MediaSource } from '@parley/shared'
import {
  File as FileIcon,
  Image as ImageIcon,
  Link2,
  Mic,
  Music,
  Sticker,
  Video,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useContext } from 'react'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { MediaUrlContext } from '../../ui/message/mediaUrl.ts'
import { CardText } from './CardText.tsx'
import { LINE_HEIGHT } from './metrics.ts'
import { Words } from './Words.tsx'

/** Words as the contact sees them, in a bubble; variables stand out. `lines` is what the card has room for. */
export const Bubble = ({
  name,
  text,
  lines,
  placeholder,
  children,
}: {
  /** Which text of the node it is, when it can be written on the card. */
  name?: string
  text: string
  lines: number
  placeholder: string
  /** Above the words: a header. */
  children?: ReactNode
}) => (
  <div className="overflow-hidden rounded-lg rounded-se-sm bg-bubble-out px-2.5 py-1.5 text-[0.8125rem] leading-[18px] text-bubble-ink">
    {children}
    <Words
      name={name}
      placeholder={placeholder}
      className={cn(
        'overflow-hidden break-words whitespace-pre-line',
        !text && 'text-bubble-meta italic',
      )}
      style={{
        display: '-webkit-box',
        WebkitBoxOrient: 'vertical',
        WebkitLineClamp: lines,
        height: lines * LINE_HEIGHT,
      }}
    >
      {text ? <CardText text={text} /> : placeholder}
    </Words>
  </div>
)

/** A quiet line of text about what a node does. */
export const Line = ({
  icon,
  children,
  isMissing = false,
}: {
  icon?: ReactNode
  children: ReactNode
  /** Something that the author still has to fill in. */
  isMissing?: boolean
}) => (
  <p
    className={cn(
      'flex h-6 items-center gap-1.5 text-xs text-ink-muted [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-ink-faint',
      isMissing && 'text-ink-faint italic',
    )}
  >
    {icon}
    <span className="min-w-0 truncate" dir="auto">
      {children}
    </span>
  </p>
)
export const LINE = 24

/** A name of a variable, set off from words. */
export const Name = ({ children }: { children: string }) => (
  <span className="rounded bg-sunken px-1 font-mono text-xs text-ink">{children}</span>
)

export const MEDIA_ICONS: Readonly<Record<MediaContentType, typeof FileIcon>> = {
  image: ImageIcon,
  video: Video,
  audio: Music,
  voice: Mic,
  document: FileIcon,
  sticker: Sticker,
}

export const THUMB_HEIGHT = 84

/** The picture that a node sends, or a sign for what cannot be shown small. */
export function Thumb({ kind, source }: { kind: MediaContentType; source: MediaSource }) {
  const mediaUrl = useContext(MediaUrlContext)
  const Icon = MEDIA_ICONS[kind]
  if (kind === 'image' && source.type === 'upload' && source.mediaId !== '') {
    return (
      <img
        src={mediaUrl(source.mediaId)}
        alt=""
        loading="lazy"
        draggable={false}
        className="w-full rounded-md object-cover"
        style={{ height: THUMB_HEIGHT }}
      />
    )
  }
  const words =
    source.type === 'url'
      ? source.url && t('nodes.card.fromUrl', { url: source.url })
      : source.mediaId !== '' && t(`nodes.form.mediaKinds.${kind}`)
  return (
    <div
      className="flex flex-col items-center justify-center gap-1.5 rounded-md bg-bubble-ink/8 px-3 text-xs text-bubble-meta"
      style={{ height: THUMB_HEIGHT }}
    >
      {source.type === 'url' ? <Link2 className="size-5" /> : <Icon className="size-5" />}
      <span className="max-w-full truncate">{words || t('nodes.card.chooseFile')}</span>
    </div>
  )
}
