import { MapPin } from 'lucide-react'
import { useId, useState } from 'react'
import { t } from '../i18n/t.ts'
import { parseCoordinates } from '../nodes/parseCoordinates.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Input } from '../ui/Input.tsx'
import { type Place, pointOf } from './places.ts'

/** Asks where the contact is. */
export function PlaceDialog({
  first,
  suggested,
  onSend,
  onClose,
}: {
  /** What it begins with. */
  first: Place
  suggested: readonly Place[]
  onSend: (place: Place) => void
  onClose: () => void
}) {
  const form = useId()
  const [latitude, setLatitude] = useState(String(first.latitude))
  const [longitude, setLongitude] = useState(String(first.longitude))
  const [name, setName] = useState(first.name ?? '')
  const point = parseCoordinates(`${latitude}, ${longitude}`)
  const chosen = suggested.find(
    (each) => point && pointOf(each) === pointOf({ type: 'location', ...point }),
  )
  const fill = (place: { readonly latitude: number; readonly longitude: number }, its: string) => {
    setLatitude(String(place.latitude))
    setLongitude(String(place.longitude))
    setName(its)
  }
  const coordinate = (value: string, onChange: (value: string) => void) => (
    <Input
      value={value}
      inputMode="text"
      autoComplete="off"
      dir="ltr"
      onChange={(event) => onChange(event.target.value)}
      onPaste={(event) => {
        const both = parseCoordinates(event.clipboardData.getData('text'))
        if (!both) return
        event.preventDefault()
        fill(both, '')
      }}
    />
  )
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      size="sm"
      title={t('simulator.place.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form={form}
            disabledReason={point ? undefined : t('simulator.place.nowhere')}
          >
            {t('simulator.send')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!point) return
          const words = name.trim()
          const address = chosen?.name === words ? chosen.address : undefined
          onSend({
            type: 'location',
            ...point,
            ...(words && { name: words }),
            ...(address !== undefined && { address }),
          })
        }}
      >
        <div
          className="flex flex-wrap gap-2"
          role="group"
          aria-label={t('simulator.place.suggested')}
        >
          {suggested.map((place) => (
            <Button
              key={pointOf(place)}
              size="sm"
              icon={<MapPin />}
              aria-pressed={place === chosen}
              className="max-w-full aria-pressed:border-primary aria-pressed:bg-primary-soft aria-pressed:text-on-primary-soft"
              onClick={() => fill(place, place.name ?? '')}
            >
              <span className="truncate" dir="auto">
                {place.name ?? place.address ?? pointOf(place)}
              </span>
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('nodes.form.latitude')}>{coordinate(latitude, setLatitude)}</Field>
          <Field label={t('nodes.form.longitude')}>{coordinate(longitude, setLongitude)}</Field>
        </div>
        <p className="-mt-2 text-xs text-ink-muted">{t('simulator.place.help')}</p>
        <Field label={t('simulator.place.name')} aside={t('common.optional')}>
          <Input
            value={name}
            maxLength={LONGEST_NAME}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  )
}

const LONGEST_NAME = 200
