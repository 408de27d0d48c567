import { Timer } from 'lucide-react'
import { formatList, formatNumber } from '../i18n/format.ts'
import { t } from '../i18n/t.ts'
import { LINE, Line } from './card/parts.tsx'
import { ChoiceField, NumberField, TimeField, unitOptions, WeekdaysField } from './form/fields.tsx'
import { type CardProps, defineLook, type FormProps } from './NodeLook.ts'

export const delay = defineLook<'delay'>({
  icon: Timer,
  Card,
  cardHeight: (data) => (data.type === 'until' && data.days.length > 0 ? 2 * LINE : LINE),
  Form,
})

function Card({ data }: CardProps<'delay'>) {
  if (data.type === 'for') {
    const time = `${formatNumber(data.amount)} ${t(`nodes.form.units.${data.unit}`)}`
    return <Line icon={<Timer />}>{t('nodes.card.waits', { time })}</Line>
  }
  const days = formatList(data.days.map((day) => t(`nodes.form.weekdays.${day}`)))
  return (
    <>
      <Line icon={<Timer />}>{t('nodes.card.waitsUntil', { time: data.time })}</Line>
      {days !== '' && <Line>{t('nodes.card.onDays', { days })}</Line>}
    </>
  )
}

function Form({ data, replace }: FormProps<'delay'>) {
  return (
    <>
      <ChoiceField
        label={t('nodes.form.delayKind')}
        value={data.type}
        options={[
          { value: 'for', label: t('nodes.form.delayFor') },
          { value: 'until', label: t('nodes.form.delayUntil') },
        ]}
        onChange={(type) =>
          replace(
            type === 'for'
              ? { type, amount: 5, unit: 'minutes' }
              : { type, time: '09:00', days: [] },
          )
        }
      />
      {data.type === 'for' ? (
        <div className="grid grid-cols-2 items-start gap-3">
          <NumberField
            label={t('nodes.form.amount')}
            value={data.amount}
            path={['amount']}
            min={1}
            step="any"
            onChange={(amount) => replace({ ...data, amount: amount ?? 1 })}
          />
          <ChoiceField
            label={t('nodes.form.unit')}
            value={data.unit}
            options={unitOptions()}
            onChange={(unit) => replace({ ...data, unit })}
          />
        </div>
      ) : (
        <>
          <TimeField
            label={t('nodes.form.time')}
            value={data.time}
            path={['time']}
            onChange={(time) => replace({ ...data, time })}
          />
          <WeekdaysField value={data.days} onChange={(days) => replace({ ...data, days })} />
        </>
      )}
    </>
  )
}
