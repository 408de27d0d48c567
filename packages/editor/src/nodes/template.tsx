import { type NodeData, templatePlaces } from '@parley/shared'
import { LayoutTemplate } from 'lucide-react'
import { newId } from '../document/newId.ts'
import { t } from '../i18n/t.ts'
import { Select } from '../ui/Select.tsx'
import { InteractiveCard, interactiveHeight } from './card/InteractiveCard.tsx'
import { LINE, Line } from './card/parts.tsx'
import { AnswerRules } from './form/AnswerRules.tsx'
import { ChoiceFields } from './form/ChoiceFields.tsx'
import { HeaderFooterFields } from './form/HeaderFooterFields.tsx'
import { ListEditor } from './form/ListEditor.tsx'
import { useNodeForm } from './form/NodeFormContext.ts'
import { Part, Section } from './form/Section.tsx'
import { TemplatePicker } from './form/TemplatePicker.tsx'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

export const template = defineLook<'template'>({
  icon: LayoutTemplate,
  Card,
  cardHeight: (data) => LINE + (data.text === '' ? 0 : interactiveHeight(data)),
  rowLook: 'button',
  Form,
})

function Card({ data }: CardProps<'template'>) {
  return (
    <>
      <Line icon={<LayoutTemplate />} isMissing={data.name === ''}>
        {data.name || t('nodes.card.chooseTemplate')}
      </Line>
      {data.text !== '' && <InteractiveCard name={null} data={data} placeholder="" />}
    </>
  )
}

type Buttons = NodeData<'template'>['buttons']
type Kind = Buttons[number]['type']
const KINDS: readonly Kind[] = ['quickReply', 'url', 'phone']

function Form({ data, change }: FormProps<'template'>) {
  return (
    <>
      <TemplatePicker onPick={change} />
      <div className="grid grid-cols-[1fr_6rem] items-start gap-3">
        <WordsField
          label={t('nodes.form.templateName')}
          value={data.name}
          path={['name']}
          isCode
          isPlain
          onChange={(name) => change({ name })}
        />
        <WordsField
          label={t('nodes.form.templateLanguage')}
          value={data.language}
          path={['language']}
          isCode
          isPlain
          onChange={(language) => change({ language })}
        />
      </div>
      <WordsField
        label={t('nodes.form.templateBody')}
        help={t('nodes.form.templateBodyHelp', { example: '{{1}}' })}
        value={data.text}
        path={['text']}
        isMultiline
        isPlain
        rows={4}
        onChange={(text) => change({ text })}
      />
      <Parameters data={data} change={change} />
      <HeaderFooterFields data={data} change={change} limitsOf={() => null} />
      <Section title={t('nodes.form.templateButtons')} isOpenAtFirst={data.buttons.length > 0}>
        <ButtonsEditor buttons={data.buttons} onChange={(buttons) => change({ buttons })} />
      </Section>
      {data.buttons.some(({ type }) => type === 'quickReply') && (
        <>
          <ChoiceFields data={data} change={change} />
          <AnswerRules data={data} change={change} />
        </>
      )}
    </>
  )
}

function Parameters({ data, change }: Pick<FormProps<'template'>, 'data' | 'change'>) {
  const places = templatePlaces(data.text)
  if (places.length === 0) return null
  return (
    <Part title={t('nodes.form.templateParameters')}>
      {places.map((place) => (
        <WordsField
          key={place}
          label={t('nodes.form.templateParameter', { place: `{{${place}}}` })}
          value={data.parameters[place] ?? ''}
          path={['parameters', place]}
          onChange={(value) => change({ parameters: { ...data.parameters, [place]: value } })}
        />
      ))}
    </Part>
  )
}

function ButtonsEditor({
  buttons,
  onChange,
}: {
  buttons: Buttons
  onChange: (buttons: Buttons) => void
}) {
  const { isReadOnly } = useNodeForm()
  return (
    <ListEditor
      label={t('nodes.form.templateButtons')}
      items={buttons}
      onChange={(next) => onChange([...next])}
      addLabel={t('nodes.form.addButton')}
      newItem={() => newButton('quickReply', newId(), '')}
      max={10}
      keyOf={({ id }) => id}
      titleOf={({ title }) => title}
      renderItem={(button, index, replace) => (
        <>
          <Select
            label={t('nodes.form.templateButtonKind', { number: index + 1 })}
            size="sm"
            value={button.type}
            isDisabled={isReadOnly}
            options={KINDS.map((value) => ({
              value,
              label: t(`nodes.form.templateButtonKinds.${value}`),
            }))}
            onValueChange={(kind) => replace(newButton(kind, button.id, button.title))}
          />
          <WordsField
            label={t('nodes.form.buttonTitle', { number: index + 1 })}
            isLabelHidden
            isPlain
            placeholder={t('nodes.form.buttonTitle', { number: index + 1 })}
            value={button.title}
            path={['buttons', index, 'title']}
            onChange={(title) => replace({ ...button, title })}
          />
          {button.type === 'url' && (
            <WordsField
              label={t('nodes.form.url')}
              value={button.url}
              path={['buttons', index, 'url']}
              isCode
              onChange={(url) => replace({ ...button, url })}
            />
          )}
          {button.type === 'phone' && (
            <WordsField
              label={t('nodes.form.phone')}
              value={button.phone}
              path={['buttons', index, 'phone']}
              isPlain
              onChange={(phone) => replace({ ...button, phone })}
            />
          )}
        </>
      )}
    />
  )
}

function newButton(type: Kind, id: string, title: string): Buttons[number] {
  switch (type) {
    case 'quickReply':
      return { type, id, title, synonyms: [] }
    case 'url':
      return { type, id, title, url: '' }
    case 'phone':
      return { type, id, title, phone: '' }
  }
}
