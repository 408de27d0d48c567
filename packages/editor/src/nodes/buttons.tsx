import { MousePointerClick } from 'lucide-react'
import { newId } from '../document/newId.ts'
import { t } from '../i18n/t.ts'
import { InteractiveCard, interactiveHeight } from './card/InteractiveCard.tsx'
import { AnswerRules } from './form/AnswerRules.tsx'
import { ChoiceFields } from './form/ChoiceFields.tsx'
import { HeaderFooterFields } from './form/HeaderFooterFields.tsx'
import { ListEditor } from './form/ListEditor.tsx'
import { OptionFields } from './form/OptionFields.tsx'
import { Part } from './form/Section.tsx'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

export const buttons = defineLook<'buttons'>({
  icon: MousePointerClick,
  Card,
  cardHeight: interactiveHeight,
  rowLook: 'button',
  words: (data) => [
    { path: ['text'], isMultiline: true },
    ...data.buttons.map(({ id }, index) => ({
      path: ['buttons', index, 'title'],
      isMultiline: false,
      handleId: id,
    })),
  ],
  Form,
})

function Card({ data }: CardProps<'buttons'>) {
  return <InteractiveCard data={data} placeholder={t('nodes.card.emptyQuestion')} />
}

function Form({ data, change }: FormProps<'buttons'>) {
  return (
    <>
      <WordsField
        label={t('nodes.form.text')}
        value={data.text}
        path={['text']}
        limit={({ buttons: limits, text }) => limits?.text ?? text}
        isMultiline
        hasFormatting
        rows={4}
        onChange={(text) => change({ text })}
      />
      <Part title={t('nodes.form.buttons')} help={t('nodes.form.buttonsHelp')}>
        <ListEditor
          label={t('nodes.form.buttons')}
          items={data.buttons}
          onChange={(items) => change({ buttons: [...items] })}
          addLabel={t('nodes.form.addButton')}
          newItem={() => ({ id: newId(), title: '', synonyms: [] })}
          min={1}
          max={30}
          keyOf={({ id }) => id}
          titleOf={({ title }) => title}
          renderItem={(button, index, replace) => (
            <OptionFields
              option={button}
              label={t('nodes.form.buttonTitle', { number: index + 1 })}
              path={['buttons', index]}
              limit={({ buttons: limits }) => limits?.title}
              onChange={replace}
            />
          )}
        />
      </Part>
      <ChoiceFields data={data} change={change} />
      <HeaderFooterFields data={data} change={change} limitsOf={({ buttons: limits }) => limits} />
      <AnswerRules data={data} change={change} />
    </>
  )
}
