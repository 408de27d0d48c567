import { CircleStop } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { bubbleHeight, lineCount } from './card/metrics.ts'
import { Bubble, LINE, Line } from './card/parts.tsx'
import { WordsField } from './form/WordsField.tsx'
import { TEXT_LIMIT } from './form/words/limits.ts'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

const MAX_LINES = 3

export const end = defineLook<'end'>({
  icon: CircleStop,
  Card,
  cardHeight: ({ message }) => (message === '' ? LINE : bubbleHeight(message, MAX_LINES)),
  Form,
})

function Card({ data }: CardProps<'end'>) {
  if (data.message === '') return <Line>{t('nodes.card.ends')}</Line>
  return <Bubble text={data.message} lines={lineCount(data.message, MAX_LINES)} placeholder="" />
}

function Form({ data, change }: FormProps<'end'>) {
  return (
    <WordsField
      label={t('nodes.form.endMessage')}
      placeholder={t('nodes.form.endMessagePlaceholder')}
      value={data.message}
      path={['message']}
      limit={TEXT_LIMIT}
      isMultiline
      hasFormatting
      onChange={(message) => change({ message })}
    />
  )
}
