import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { t } from '../i18n/t.ts'
import { Field } from '../ui/Field.tsx'
import { Input } from '../ui/Input.tsx'
import { LINE, Line } from './card/parts.tsx'
import { NumberField } from './form/fields.tsx'
import { useNodeForm } from './form/NodeFormContext.ts'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'
import { parseCoordinates } from './parseCoordinates.ts'

export const location = defineLook<'location'>({
  icon: MapPin,
  Card,
  cardHeight: ({ address }) => (address === '' ? LINE : 2 * LINE),
  Form,
})

function Card({ data }: CardProps<'location'>) {
  const isUnset = data.latitude === 0 && data.longitude === 0
  const point = `${data.latitude.toFixed(4)}, ${data.longitude.toFixed(4)}`
  return (
    <>
      <Line icon={<MapPin />} isMissing={isUnset}>
        {isUnset ? t('nodes.card.setLocation') : data.name || point}
      </Line>
      {data.address !== '' && <Line>{data.address}</Line>}
    </>
  )
}

function Form({ data, change }: FormProps<'location'>) {
  const { isReadOnly } = useNodeForm()
  const [pasted, setPasted] = useState('')
  return (
    <>
      <Field label={t('nodes.form.coordinates')}>
        <Input
          value={pasted}
          readOnly={isReadOnly}
          placeholder={t('nodes.form.coordinatesPlaceholder')}
          onChange={(event) => {
            setPasted(event.target.value)
            const point = parseCoordinates(event.target.value)
            if (point) change(point)
          }}
        />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <NumberField
          label={t('nodes.form.latitude')}
          value={data.latitude}
          path={['latitude']}
          step="any"
          onChange={(latitude) => change({ latitude: latitude ?? 0 })}
        />
        <NumberField
          label={t('nodes.form.longitude')}
          value={data.longitude}
          path={['longitude']}
          step="any"
          onChange={(longitude) => change({ longitude: longitude ?? 0 })}
        />
      </div>
      <WordsField
        label={t('nodes.form.placeName')}
        value={data.name}
        path={['name']}
        onChange={(name) => change({ name })}
      />
      <WordsField
        label={t('nodes.form.address')}
        value={data.address}
        path={['address']}
        onChange={(address) => change({ address })}
      />
    </>
  )
}
