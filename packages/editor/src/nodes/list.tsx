import type { NodeData } from '@parley/shared'
import { List } from 'lucide-react'
import { newId } from '../document/newId.ts'
import { t } from '../i18n/t.ts'
import { InteractiveCard, interactiveHeight } from './card/InteractiveCard.tsx'
import { ACTION_HEIGHT, BubbleAction } from './card/parts.tsx'
import { Words } from './card/Words.tsx'
import { AnswerRules } from './form/AnswerRules.tsx'
import { ChoiceFields } from './form/ChoiceFields.tsx'
import { HeaderFooterFields } from './form/HeaderFooterFields.tsx'
import { ListEditor } from './form/ListEditor.tsx'
import { OptionFields } from './form/OptionFields.tsx'
import { Part } from './form/Section.tsx'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

export const list = defineLook<'list'>({
  icon: List,
  Card,
  cardHeight: (data) => interactiveHeight(data) + ACTION_HEIGHT,
  words: (data) => [
    { path: ['text'], isMultiline: true },
    { path: ['buttonText'], isMultiline: false },
    ...data.sections.flatMap(({ rows }, section) =>
      rows.map(({ id }, row) => ({
        path: ['sections', section, 'rows', row, 'title'],
        isMultiline: false,
        handleId: id,
      })),
    ),
  ],
  Form,
})

function Card({ data }: CardProps<'list'>) {
  return (
    <InteractiveCard
      data={data}
      placeholder={t('nodes.card.emptyQuestion')}
      action={
        <BubbleAction icon={<List aria-hidden />}>
          <Words
            name="buttonText"
            placeholder={t('nodes.form.listButton')}
            className="min-w-0 truncate"
          >
            {data.buttonText}
          </Words>
        </BubbleAction>
      }
    />
  )
}

type Sections = NodeData<'list'>['sections']
const newRow = () => ({ id: newId(), title: '', synonyms: [], description: '' })

function Form({ data, change }: FormProps<'list'>) {
  return (
    <>
      <WordsField
        label={t('nodes.form.text')}
        value={data.text}
        path={['text']}
        limit={({ list: limits, text }) => limits?.text ?? text}
        isMultiline
        hasFormatting
        rows={4}
        onChange={(text) => change({ text })}
      />
      <WordsField
        label={t('nodes.form.listButton')}
        value={data.buttonText}
        path={['buttonText']}
        limit={({ list: limits }) => limits?.buttonText}
        onChange={(buttonText) => change({ buttonText })}
      />
      <Part title={t('nodes.form.sections')}>
        <ListEditor
          label={t('nodes.form.sections')}
          items={data.sections}
          onChange={(sections) => change({ sections: [...sections] })}
          addLabel={t('nodes.form.addSection')}
          newItem={() => ({ id: newId(), title: '', rows: [newRow()] })}
          min={1}
          max={10}
          keyOf={(section, index) => section.id ?? section.rows[0]?.id ?? String(index)}
          titleOf={({ title }, index) =>
            title || t('nodes.form.sectionTitle', { number: index + 1 })
          }
          renderItem={(section, index, replace) => (
            <SectionFields section={section} index={index} onChange={replace} />
          )}
        />
      </Part>
      <ChoiceFields data={data} change={change} />
      <HeaderFooterFields data={data} change={change} limitsOf={({ list: limits }) => limits} />
      <AnswerRules data={data} change={change} />
    </>
  )
}

function SectionFields({
  section,
  index,
  onChange,
}: {
  section: Sections[number]
  index: number
  onChange: (section: Sections[number]) => void
}) {
  return (
    <>
      <WordsField
        label={t('nodes.form.sectionTitle', { number: index + 1 })}
        isLabelHidden
        placeholder={t('nodes.form.sectionTitlePlaceholder')}
        value={section.title}
        path={['sections', index, 'title']}
        limit={({ list: limits }) => limits?.sectionTitle}
        onChange={(title) => onChange({ ...section, title })}
      />
      <ListEditor
        label={t('nodes.form.rows')}
        items={section.rows}
        onChange={(rows) => onChange({ ...section, rows: [...rows] })}
        addLabel={t('nodes.form.addRow')}
        newItem={newRow}
        min={1}
        max={100}
        keyOf={({ id }) => id}
        titleOf={({ title }) => title}
        renderItem={(row, at, replace) => (
          <OptionFields
            option={row}
            label={t('nodes.form.rowTitle', { number: at + 1 })}
            path={['sections', index, 'rows', at]}
            limit={({ list: limits }) => limits?.rowTitle}
            onChange={replace}
          >
            <WordsField
              label={t('nodes.form.rowDescription', { number: at + 1 })}
              value={row.description}
              path={['sections', index, 'rows', at, 'description']}
              limit={({ list: limits }) => limits?.rowDescription}
              onChange={(description) => replace({ ...row, description })}
            />
          </OptionFields>
        )}
      />
    </>
  )
}
