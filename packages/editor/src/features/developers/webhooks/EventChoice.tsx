import { WEBHOOK_EVENTS, type WebhookFormat } from '@parley/shared/api'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'

/** Which events of a format are told, each with a sentence about it. */
export function EventChoice({
  format,
  events,
  isChecked,
  onChange,
}: {
  format: WebhookFormat
  events: readonly string[]
  /** Somebody has tried to go on: now it is a mistake to have chosen none. */
  isChecked: boolean
  onChange: (events: readonly string[]) => void
}) {
  const known = WEBHOOK_EVENTS[format]
  const isAll = known.every((event) => events.includes(event))
  return (
    <fieldset>
      <legend className="sr-only">{t('webhooks.events')}</legend>
      <div className="mb-2 flex items-center justify-between gap-3">
        <span className="text-[0.8125rem] font-medium text-ink" aria-hidden>
          {t('webhooks.events')}
        </span>
        <Button size="sm" variant="ghost" onClick={() => onChange(isAll ? [] : known)}>
          {isAll ? t('webhooks.noEvents') : t('webhooks.allEvents')}
        </Button>
      </div>
      <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {known.map((event) => (
          <Checkbox
            key={event}
            label={<code className="text-[0.8125rem]">{event}</code>}
            description={t(`webhooks.eventHelp.${event}`)}
            isChecked={events.includes(event)}
            onCheckedChange={(isOn) =>
              onChange(isOn ? [...events, event] : events.filter((each) => each !== event))
            }
          />
        ))}
      </div>
      {isChecked && events.length === 0 && (
        <p role="alert" className="mt-2 text-[0.8125rem] text-danger">
          {t('webhooks.eventsMissing')}
        </p>
      )}
    </fieldset>
  )
}
