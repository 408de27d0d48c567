import { MEDIA_CONTENT_TYPES, type MediaContentType } from '@parley/shared'
import { Image } from 'lucide-react'
import { useContext } from 'react'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import { CardText } from './card/CardText.tsx'
import { CardWritingContext } from './card/cardWriting.ts'
import { bubbleHeight } from './card/metrics.ts'
import { MEDIA_ICONS, Thumb, thumbHeight } from './card/Thumb.tsx'
import { Words } from './card/Words.tsx'
import { ChoiceField } from './form/fields.tsx'
import { MediaSourceField } from './form/MediaSourceField.tsx'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

const MAX_LINES = 2

export const media = defineLook<'media'>({
  icon: Image,
  Card,
  cardHeight: ({ kind, caption }) =>
    thumbHeight(kind) +
    2 * PADDING +
    (caption === '' || !hasCaption(kind) ? 0 : captionHeight(caption)),
  words: ({ kind }) => (hasCaption(kind) ? [{ path: ['caption'], isMultiline: true }] : []),
  Form,
})

const hasCaption = (kind: MediaContentType): boolean =>
  kind === 'image' || kind === 'video' || kind === 'document'

/** Around the picture; a caption has a little more. */
const PADDING = 4

const captionHeight = (caption: string): number => bubbleHeight(caption, MAX_LINES) - PADDING

/** A picture and what is written under it are one message, so they are one bubble. */
function Card({ data }: CardProps<'media'>) {
  const { kind, caption, source, filename } = data
  const isWriting = useContext(CardWritingContext) !== null
  return (
    <div
      className={cn(
        'rounded-lg rounded-se-sm text-[0.8125rem] leading-[18px] text-bubble-ink',
        // Stickers come without a bubble.
        kind !== 'sticker' && 'bg-bubble-out',
      )}
      style={{ padding: PADDING }}
    >
      <Thumb kind={kind} source={source} {...(kind === 'document' && { filename })} />
      {(caption !== '' || isWriting) && hasCaption(kind) && (
        <div className="px-1.5 pt-1">
          <Words
            name="caption"
            placeholder={t('nodes.form.caption')}
            className="line-clamp-2 overflow-hidden break-words whitespace-pre-line"
          >
            <CardText text={caption} />
          </Words>
        </div>
      )}
    </div>
  )
}

function Form({ data, change }: FormProps<'media'>) {
  const { kind } = data
  return (
    <>
      <ChoiceField
        label={t('nodes.form.mediaKind')}
        value={kind}
        options={MEDIA_CONTENT_TYPES.map((value) => {
          const Icon = MEDIA_ICONS[value]
          return { value, label: t(`nodes.form.mediaKinds.${value}`), icon: <Icon /> }
        })}
        onChange={(next) => change({ kind: next })}
      />
      <MediaSourceField
        kind={kind}
        source={data.source}
        path={['source']}
        onChange={(source) => change({ source })}
      />
      {hasCaption(kind) && (
        <WordsField
          label={t('nodes.form.caption')}
          value={data.caption}
          path={['caption']}
          limit={(channel) => channel.media[kind]?.caption}
          isMultiline
          hasFormatting
          onChange={(caption) => change({ caption })}
        />
      )}
      {kind === 'document' && (
        <WordsField
          label={t('nodes.form.filename')}
          value={data.filename}
          path={['filename']}
          onChange={(filename) => change({ filename })}
        />
      )}
    </>
  )
}
