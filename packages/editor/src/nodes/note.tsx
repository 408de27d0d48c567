import type { NodeData } from '@parley/shared'
import { StickyNote } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import { Field } from '../ui/Field.tsx'
import { Textarea } from '../ui/Textarea.tsx'
import { LINE_HEIGHT, lineCount } from './card/metrics.ts'
import { Words } from './card/Words.tsx'
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

export type NoteColour = NodeData<'note'>['color']
const COLOURS: readonly NoteColour[] = ['yellow', 'green', 'blue', 'pink', 'gray']

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
      <fieldset>
        <legend className="mb-1.5 text-[0.8125rem] font-medium text-ink">
          {t('nodes.form.noteColor')}
        </legend>
        <div className="flex gap-2">
          {COLOURS.map((color) => (
            <button
              key={color}
              type="button"
              disabled={isReadOnly}
              aria-label={t(`nodes.form.noteColors.${color}`)}
              aria-pressed={data.color === color}
              onClick={() => change({ color })}
              data-note={color}
              className="size-8 rounded-full border-2 border-(--note-line) bg-(--note) aria-pressed:ring-2 aria-pressed:ring-primary aria-pressed:ring-offset-2 aria-pressed:ring-offset-surface pointer-coarse:size-10"
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}
