import type { AnswerKind, AnswerKindOf } from '@parley/shared'
import {
  Calendar,
  CircleHelp,
  Hash,
  ListChecks,
  type LucideIcon,
  Mail,
  Phone,
  TextCursorInput,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { arrow, t } from '../i18n/t.ts'
import { bubbleHeight, lineCount } from './card/metrics.ts'
import { Bubble, LINE, Line, Name } from './card/parts.tsx'
import { AnswerKindFields } from './form/AnswerKindFields.tsx'
import { AnswerRules } from './form/AnswerRules.tsx'
import { ChoiceField } from './form/fields.tsx'
import { newOption } from './form/newOption.ts'
import { SaveAsField } from './form/SaveAsField.tsx'
import { WordsField } from './form/WordsField.tsx'
import { TEXT_LIMIT } from './form/words/limits.ts'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

export const question = defineLook<'question'>({
  icon: CircleHelp,
  Card,
  cardHeight: (data) => bubbleHeight(data.text) + LINE,
  words: () => [{ path: ['text'], isMultiline: true }],
  Form,
})

type Kind = AnswerKind['type']

const ICONS: Readonly<Record<Kind, LucideIcon>> = {
  text: TextCursorInput,
  number: Hash,
  email: Mail,
  phone: Phone,
  date: Calendar,
  choice: ListChecks,
}
/** What a question is given when its kind is chosen. */
const NEW: { readonly [Type in Kind]: () => AnswerKindOf<Type> } = {
  text: () => ({ type: 'text', minLength: 1, maxLength: null }),
  number: () => ({ type: 'number', min: null, max: null, integer: false }),
  email: () => ({ type: 'email' }),
  phone: () => ({ type: 'phone', defaultCountry: '' }),
  date: () => ({ type: 'date', order: 'flow', min: null, max: null }),
  choice: () => ({
    type: 'choice',
    options: [newOption(), newOption()],
    shownAs: 'buttons',
    buttonText: 'Options',
  }),
}
// The keys of a record over Kind are its members.
const KINDS = Object.keys(NEW) as readonly Kind[]

function Card({ data }: CardProps<'question'>) {
  const { answer } = data
  const Icon = ICONS[answer.type]
  const kind: ReactNode =
    answer.type === 'choice'
      ? t('nodes.card.options', { count: answer.options.length })
      : t(`nodes.form.answerKinds.${answer.type}`)
  return (
    <>
      <Bubble
        name="text"
        text={data.text}
        lines={lineCount(data.text, 5)}
        placeholder={t('nodes.card.emptyQuestion')}
      />
      <Line icon={<Icon />}>
        {kind} {arrow()} <Name>{data.saveAs || '…'}</Name>
      </Line>
    </>
  )
}

function Form({ data, change }: FormProps<'question'>) {
  return (
    <>
      <WordsField
        label={t('nodes.form.question')}
        value={data.text}
        path={['text']}
        limit={TEXT_LIMIT}
        isMultiline
        hasFormatting
        rows={4}
        onChange={(text) => change({ text })}
      />
      <ChoiceField
        label={t('nodes.form.answerKind')}
        value={data.answer.type}
        options={KINDS.map((value) => {
          const Icon = ICONS[value]
          return { value, label: t(`nodes.form.answerKinds.${value}`), icon: <Icon /> }
        })}
        onChange={(kind) => change({ answer: NEW[kind]() })}
      />
      <AnswerKindFields answer={data.answer} onChange={(answer) => change({ answer })} />
      <SaveAsField
        label={t('nodes.form.saveAs')}
        value={data.saveAs}
        path={['saveAs']}
        onChange={(saveAs) => change({ saveAs })}
      />
      <AnswerRules data={data} change={change} />
    </>
  )
}
