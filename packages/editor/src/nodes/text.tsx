import { MessageSquareText } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { bubbleHeight, lineCount } from './card/metrics.ts'
import { Bubble } from './card/parts.tsx'
import { WordsField } from './form/WordsField.tsx'
import { TEXT_LIMIT } from './form/words/limits.ts'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

const MAX_LINES = 6

export const text = defineLook<'text'>({
  icon: MessageSquareText,
  Card,
  cardHeight: (data) => bubbleHeight(data.text, MAX_LINES),
  words: () => [{ path: ['text'], isMultiline: true }],
  Form,
})

function Card({ data }: CardProps<'text'>) {
  return (
    <Bubble
      name="text"
      text={data.text}
      lines={lineCount(data.text, MAX_LINES)}
      placeholder={t('nodes.card.emptyText')}
    />
  )
}

function Form({ data, change }: FormProps<'text'>) {
  return (
    <WordsField
      label={t('nodes.form.text')}
      value={data.text}
      path={['text']}
      limit={TEXT_LIMIT}
      isMultiline
      hasFormatting
      rows={5}
      onChange={(next) => change({ text: next })}
    />
  )
}
