import { CornerDownRight } from 'lucide-react'
import { t } from '../i18n/t.ts'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { LINE, Line } from './card/parts.tsx'
import { useFieldError, useNodeForm } from './form/NodeFormContext.ts'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'
import { useNodeTitle } from './nodeTitle.ts'

export const goTo = defineLook<'goTo'>({
  icon: CornerDownRight,
  Card,
  cardHeight: () => LINE,
  Form,
})

function Card({ data }: CardProps<'goTo'>) {
  const name = useNodeTitle(data.nodeId)
  return (
    <Line icon={<CornerDownRight />} isMissing={name === null}>
      {name === null ? t('nodes.card.chooseNode') : t('nodes.card.goesTo', { name })}
    </Line>
  )
}

function Form({ data, change }: FormProps<'goTo'>) {
  const { otherNodes, isReadOnly } = useNodeForm()
  return (
    <Field label={t('nodes.form.target')} error={useFieldError(['nodeId'])}>
      <Select
        value={otherNodes.some(({ id }) => id === data.nodeId) ? data.nodeId : undefined}
        placeholder={t('nodes.form.targetPlaceholder')}
        isDisabled={isReadOnly}
        options={otherNodes.map(({ id, name }) => ({ value: id, label: name }))}
        onValueChange={(nodeId) => change({ nodeId })}
      />
    </Field>
  )
}
