import { StickyNote } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import { Field } from '../ui/Field.tsx'
import { Textarea } from '../ui/Textarea.tsx'
import { LINE_HEIGHT, lineCount } from './card/metrics.ts'
import { Words } from './card/Words.tsx'
import { ColourField } from './form/ColourField.tsx'
import { useNodeForm } from './form/NodeFormContext.ts'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

const MAX_LINES = 12
const CHARACTERS_PER_LINE = 30

const linesOf = (text: string) => Math.max(2, lineCount(text, MAX_LINES, CHARACTERS_PER_LINE))

export const note = defineLook<'note'>({
  icon: StickyNote,
  Card,
  cardHeight: ({ text }) => linesOf(text) * LINE_HEIGHT,
  words: () => [{ path: ['text'], isMultiline: true }],
  Form,
})

function Card({ data }: CardProps<'note'>) {
  return (
    <Words
      name="text"
      placeholder={t('nodes.card.emptyNote')}
      className={cn(
        'overflow-hidden text-[0.8125rem] leading-[18px] break-words whitespace-pre-line',
        data.text === '' && 'italic opacity-70',
      )}
      style={{ height: linesOf(data.text) * LINE_HEIGHT }}
    >
      {data.text || t('nodes.card.emptyNote')}
    </Words>
  )
}

function Form({ data, change }: FormProps<'note'>) {
  const { isReadOnly } = useNodeForm()
  return (
    <>
      <Field label={t('nodes.form.note')}>
        <Textarea
          rows={6}
          value={data.text}
          readOnly={isReadOnly}
          dir="auto"
          onChange={(event) => change({ text: event.target.value })}
        />
      </Field>
      <ColourField value={data.color} onChange={(color) => change({ color })} />
    </>
  )
}
