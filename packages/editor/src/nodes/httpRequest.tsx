import { type NodeData, nodeDefinitions } from '@parley/shared'
import { Globe } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { LINE } from './card/parts.tsx'
import { ChoiceField, NumberField } from './form/fields.tsx'
import { ListEditor } from './form/ListEditor.tsx'
import type { FieldPath } from './form/NodeFormContext.ts'
import { SaveAsField } from './form/SaveAsField.tsx'
import { Part, Section } from './form/Section.tsx'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

export const httpRequest = defineLook<'httpRequest'>({
  icon: Globe,
  Card,
  cardHeight: () => LINE,
  Form,
})

function Card({ data }: CardProps<'httpRequest'>) {
  return (
    <p className="flex h-6 items-center gap-1.5 text-xs text-ink-muted" dir="ltr">
      <span className="rounded bg-sunken px-1 font-mono text-[0.6875rem] font-semibold text-ink">
        {data.method}
      </span>
      <span className="min-w-0 truncate">{data.url || t('nodes.card.addUrl')}</span>
    </p>
  )
}

const METHODS = nodeDefinitions.httpRequest.data.shape.method.unwrap().options

type Body = NodeData<'httpRequest'>['body']
const NEW_BODY: { readonly [Type in Body['type']]: Body } = {
  none: { type: 'none' },
  json: { type: 'json', json: '{\n  \n}' },
  text: { type: 'text', text: '', contentType: 'text/plain; charset=utf-8' },
  form: { type: 'form', fields: [{ name: '', value: '' }] },
}
// The keys of a record over the kinds of body are those kinds.
const BODY_KINDS = Object.keys(NEW_BODY) as readonly Body['type'][]

function Form({ data, change }: FormProps<'httpRequest'>) {
  return (
    <>
      <ChoiceField
        label={t('nodes.form.method')}
        value={data.method}
        options={METHODS.map((value) => ({ value, label: value }))}
        onChange={(method) => change({ method })}
      />
      <WordsField
        label={t('nodes.form.url')}
        placeholder={t('nodes.form.urlPlaceholder')}
        value={data.url}
        path={['url']}
        isCode
        onChange={(url) => change({ url })}
      />
      <Section title={t('nodes.form.headers')} isOpenAtFirst={data.headers.length > 0}>
        <PairsField
          label={t('nodes.form.headers')}
          addLabel={t('nodes.form.addHeader')}
          pairs={data.headers}
          path={['headers']}
          nameLabel="headerName"
          valueLabel="headerValue"
          onChange={(headers) => change({ headers })}
        />
      </Section>
      <Section title={t('nodes.form.body')} isOpenAtFirst={data.body.type !== 'none'}>
        <ChoiceField
          label={t('nodes.form.body')}
          isLabelHidden
          value={data.body.type}
          path={['body']}
          options={BODY_KINDS.map((value) => ({
            value,
            label: t(`nodes.form.bodyKinds.${value}`),
          }))}
          onChange={(kind) => change({ body: NEW_BODY[kind] })}
        />
        <BodyFields body={data.body} onChange={(body) => change({ body })} />
      </Section>
      <Section
        title={t('nodes.form.response')}
        isOpenAtFirst={
          data.mapping.length > 0 || data.saveResponseAs !== '' || data.saveStatusAs !== ''
        }
      >
        <ResponseFields data={data} change={change} />
      </Section>
      <Section title={t('nodes.form.advanced')}>
        <NumberField
          label={t('nodes.form.timeoutSeconds')}
          unit={t('nodes.form.seconds')}
          value={data.timeoutSeconds}
          path={['timeoutSeconds']}
          min={1}
          max={60}
          onChange={(timeoutSeconds) => change({ timeoutSeconds: timeoutSeconds ?? 1 })}
        />
        <NumberField
          label={t('nodes.form.retries')}
          value={data.retries}
          path={['retries']}
          min={0}
          max={5}
          onChange={(retries) => change({ retries: retries ?? 0 })}
        />
      </Section>
    </>
  )
}

function BodyFields({ body, onChange }: { body: Body; onChange: (body: Body) => void }) {
  switch (body.type) {
    case 'none':
      return null
    case 'json':
      return (
        <WordsField
          label={t('nodes.form.bodyText')}
          isLabelHidden
          value={body.json}
          path={['body', 'json']}
          isMultiline
          isCode
          rows={5}
          onChange={(json) => onChange({ type: 'json', json })}
        />
      )
    case 'text':
      return (
        <>
          <WordsField
            label={t('nodes.form.bodyText')}
            isLabelHidden
            value={body.text}
            path={['body', 'text']}
            isMultiline
            isCode
            onChange={(text) => onChange({ ...body, text })}
          />
          <WordsField
            label={t('nodes.form.contentType')}
            value={body.contentType}
            path={['body', 'contentType']}
            isCode
            isPlain
            onChange={(contentType) => onChange({ ...body, contentType })}
          />
        </>
      )
    case 'form':
      return (
        <PairsField
          label={t('nodes.form.formFields')}
          addLabel={t('nodes.form.addField')}
          pairs={body.fields}
          path={['body', 'fields']}
          nameLabel="fieldName"
          valueLabel="fieldValue"
          onChange={(fields) => onChange({ type: 'form', fields })}
        />
      )
  }
}

function ResponseFields({ data, change }: FormPart) {
  return (
    <>
      <Part title={t('nodes.form.mapping')}>
        <ListEditor
          label={t('nodes.form.mapping')}
          items={data.mapping}
          onChange={(mapping) => change({ mapping: [...mapping] })}
          addLabel={t('nodes.form.addMapping')}
          newItem={() => ({ path: '', variable: '' })}
          max={50}
          isOrdered={false}
          keyOf={(_, index) => String(index)}
          titleOf={({ variable }) => variable}
          renderItem={(mapped, index, replace) => (
            <>
              <WordsField
                label={t('nodes.form.mappingPath', { number: index + 1 })}
                isLabelHidden
                placeholder={t('nodes.form.mappingPathPlaceholder')}
                value={mapped.path}
                path={['mapping', index, 'path']}
                isCode
                isPlain
                onChange={(path) => replace({ ...mapped, path })}
              />
              <SaveAsField
                label={t('nodes.form.mappingVariable', { number: index + 1 })}
                isLabelHidden
                hasHelp={false}
                value={mapped.variable}
                path={['mapping', index, 'variable']}
                onChange={(variable) => replace({ ...mapped, variable })}
              />
            </>
          )}
        />
      </Part>
      <SaveAsField
        label={t('nodes.form.saveResponseAs')}
        value={data.saveResponseAs}
        path={['saveResponseAs']}
        onChange={(saveResponseAs) => change({ saveResponseAs })}
      />
      <SaveAsField
        label={t('nodes.form.saveStatusAs')}
        value={data.saveStatusAs}
        path={['saveStatusAs']}
        onChange={(saveStatusAs) => change({ saveStatusAs })}
      />
    </>
  )
}
type FormPart = Pick<FormProps<'httpRequest'>, 'data' | 'change'>

interface Pair {
  name: string
  value: string
}

function PairsField({
  label,
  addLabel,
  pairs,
  path,
  nameLabel,
  valueLabel,
  onChange,
}: {
  label: string
  addLabel: string
  pairs: readonly Pair[]
  path: FieldPath
  nameLabel: 'headerName' | 'fieldName'
  valueLabel: 'headerValue' | 'fieldValue'
  onChange: (pairs: Pair[]) => void
}) {
  return (
    <ListEditor
      label={label}
      items={pairs}
      onChange={(next) => onChange([...next])}
      addLabel={addLabel}
      newItem={() => ({ name: '', value: '' })}
      max={50}
      isOrdered={false}
      keyOf={(_, index) => String(index)}
      titleOf={({ name }) => name}
      renderItem={(pair, index, replace) => {
        const words = { number: index + 1 }
        return (
          <>
            <WordsField
              label={t(`nodes.form.${nameLabel}`, words)}
              isLabelHidden
              placeholder={t(`nodes.form.${nameLabel}`, words)}
              value={pair.name}
              path={[...path, index, 'name']}
              isCode
              isPlain
              onChange={(name) => replace({ ...pair, name })}
            />
            <WordsField
              label={t(`nodes.form.${valueLabel}`, words)}
              isLabelHidden
              placeholder={t(`nodes.form.${valueLabel}`, words)}
              value={pair.value}
              path={[...path, index, 'value']}
              isCode
              onChange={(value) => replace({ ...pair, value })}
            />
          </>
        )
      }}
    />
  )
}
