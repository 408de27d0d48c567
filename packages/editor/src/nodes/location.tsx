import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'
import { Field } from '../ui/Field.tsx'
import { Input } from '../ui/Input.tsx'
import { NumberField } from './form/fields.tsx'
import { useNodeForm } from './form/NodeFormContext.ts'
import { WordsField } from './form/WordsField.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'
import { parseCoordinates } from './parseCoordinates.ts'

export const location = defineLook<'location'>({
  icon: MapPin,
  Card,
  cardHeight: ({ name, address }) =>
    MAP_HEIGHT + 2 * PADDING + (name === '' && address === '' ? 0 : WORDS_HEIGHT),
  Form,
})

const MAP_HEIGHT = 72
const PADDING = 4
const WORDS_HEIGHT = 40

/** A pin on something like a map: the real one would have to be fetched from strangers. */
function Card({ data }: CardProps<'location'>) {
  const { latitude, longitude, name, address } = data
  const isUnset = latitude === 0 && longitude === 0
  const point = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`
  return (
    <div
      className="rounded-lg rounded-se-sm bg-bubble-out text-[0.8125rem] leading-[18px] text-bubble-ink"
      style={{ padding: PADDING }}
    >
      <div
        className="relative flex items-center justify-center overflow-hidden rounded-md bg-bubble-ink/8"
        style={{ height: MAP_HEIGHT }}
      >
        <svg className="absolute inset-0 size-full text-bubble-ink/15" aria-hidden>
          <path
            d="M0 22H260M0 56H260M46 0V80M118 0V80M190 0V80"
            className="fill-none stroke-current"
            strokeWidth="5"
          />
          <path d="M0 78 262 -6" className="fill-none stroke-current" strokeWidth="8" />
        </svg>
        <MapPin
          className={cn('relative size-7', isUnset ? 'text-bubble-meta' : 'text-danger')}
          aria-hidden
        />
        <span className="absolute inset-x-1.5 bottom-1 truncate text-center text-[0.6875rem] leading-4 text-bubble-ink">
          {isUnset ? t('nodes.card.setLocation') : point}
        </span>
      </div>
      {(name !== '' || address !== '') && (
        <div className="px-1.5 pt-1" style={{ height: WORDS_HEIGHT }}>
          <p className="truncate font-medium" dir="auto">
            {name || address}
          </p>
          {name !== '' && address !== '' && (
            <p className="truncate text-xs text-bubble-meta" dir="auto">
              {address}
            </p>
          )}
        </div>
      )}
    </div>
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
