import { MEDIA_CONTENT_TYPES, type MediaContentType } from '@parley/shared'
import { Image } from 'lucide-react'
import { useContext } from 'react'
import { t } from '../i18n/t.ts'
import { CardWritingContext } from './card/cardWriting.ts'
import { bubbleHeight, lineCount } from './card/metrics.ts'
import { Bubble, MEDIA_ICONS, THUMB_HEIGHT, Thumb } from './card/parts.tsx'
import { ChoiceField } from './form/fields.tsx'
import { MediaSourceField } from './form/MediaSourceField.tsx'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

const MAX_LINES = 2

export const media = defineLook<'media'>({
  icon: Image,
  Card,
  cardHeight: ({ caption }) =>
    THUMB_HEIGHT + (caption === '' ? 0 : bubbleHeight(caption, MAX_LINES) + 4),
  words: ({ kind }) => (hasCaption(kind) ? [{ path: ['caption'], isMultiline: true }] : []),
  Form,
})

const hasCaption = (kind: MediaContentType): boolean =>
  kind === 'image' || kind === 'video' || kind === 'document'

function Card({ data }: CardProps<'media'>) {
  const isWriting = useContext(CardWritingContext) !== null
  return (
    <div className="flex flex-col gap-1">
      <Thumb kind={data.kind} source={data.source} />
      {(data.caption !== '' || isWriting) && (
        <Bubble
          name="caption"
          text={data.caption}
          lines={lineCount(data.caption, MAX_LINES)}
          placeholder=""
        />
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
