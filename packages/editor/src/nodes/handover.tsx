import { Headset } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { bubbleHeight, lineCount } from './card/metrics.ts'
import { Bubble, LINE, Line } from './card/parts.tsx'
import { WordsField } from './form/WordsField.tsx'
import { TEXT_LIMIT } from './form/words/limits.ts'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

const MAX_LINES = 3

export const handover = defineLook<'handover'>({
  icon: Headset,
  Card,
  cardHeight: ({ message }) => LINE + (message === '' ? 0 : bubbleHeight(message, MAX_LINES)),
  Form,
})

function Card({ data }: CardProps<'handover'>) {
  return (
    <>
      {data.message !== '' && (
        <Bubble text={data.message} lines={lineCount(data.message, MAX_LINES)} placeholder="" />
      )}
      <Line icon={<Headset />}>
        {data.to === '' ? t('nodes.card.handsToAnyone') : t('nodes.card.handsTo', { to: data.to })}
      </Line>
    </>
  )
}

function Form({ data, change }: FormProps<'handover'>) {
  return (
    <>
      <WordsField
        label={t('nodes.form.handoverTo')}
        placeholder={t('nodes.form.handoverToPlaceholder')}
        value={data.to}
        path={['to']}
        onChange={(to) => change({ to })}
      />
      <WordsField
        label={t('nodes.form.handoverMessage')}
        placeholder={t('nodes.form.handoverMessagePlaceholder')}
        value={data.message}
        path={['message']}
        limit={TEXT_LIMIT}
        isMultiline
        hasFormatting
        onChange={(message) => change({ message })}
      />
      <WordsField
        label={t('nodes.form.handoverNote')}
        value={data.note}
        path={['note']}
        isMultiline
        onChange={(note) => change({ note })}
      />
    </>
  )
}
