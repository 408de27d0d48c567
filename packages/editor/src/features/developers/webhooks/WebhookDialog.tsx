import {
  WEBHOOK_EVENTS,
  WEBHOOK_FORMATS,
  type Webhook,
  type WebhookFormat,
} from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createWebhook, updateWebhook } from '../../../api/webhooks.ts'
import { t } from '../../../i18n/t.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { Input } from '../../../ui/Input.tsx'
import { RadioGroup } from '../../../ui/RadioGroup.tsx'
import { fieldErrors } from '../fieldErrors.ts'
import { NumberSelect } from '../NumberSelect.tsx'
import { EventChoice } from './EventChoice.tsx'
import { SecretDialog } from './SecretDialog.tsx'

/** Makes a webhook and shows its secret, once; or changes one that is there. */
export function WebhookDialog({ webhook, onClose }: { webhook?: Webhook; onClose: () => void }) {
  const [url, setUrl] = useState(webhook?.url ?? '')
  const [format, setFormat] = useState<WebhookFormat>(webhook?.format ?? 'native')
  const [numberId, setNumberId] = useState<string>()
  const [events, setEvents] = useState<readonly string[]>(webhook?.events ?? WEBHOOK_EVENTS[format])
  const [isChecked, setChecked] = useState(false)
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: async () => {
      if (!webhook) {
        const number = numberId === undefined ? {} : { numberId }
        return (await createWebhook({ url, events, format, ...number })).secret
      }
      await updateWebhook(webhook.id, { url, events })
      return null
    },
    meta: { showsError: true },
    onSuccess: async (secret) => {
      await client.invalidateQueries({ queryKey: ['webhooks'] })
      if (secret === null) onClose()
    },
  })
  const errorOf = fieldErrors(save.error, ['url', 'numberId'])
  if (save.data) return <SecretDialog secret={save.data} onClose={onClose} />
  const submit = () => {
    setChecked(true)
    if (url.trim() && events.length > 0) save.mutate()
  }
  return (
    <FormDialog
      size="lg"
      title={webhook ? t('webhooks.editTitle') : t('webhooks.createTitle')}
      submitLabel={webhook ? t('common.save') : t('common.create')}
      isBusy={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field label={t('webhooks.url')} help={t('webhooks.urlHelp')} error={errorOf('url')}>
        <Input
          type="url"
          required
          value={url}
          maxLength={2_000}
          placeholder={t('webhooks.urlPlaceholder')}
          onChange={(event) => setUrl(event.target.value)}
        />
      </Field>
      {webhook ? (
        <p className="text-[0.8125rem] text-ink-muted">{t('webhooks.numberFixed')}</p>
      ) : (
        <>
          <Field label={t('webhooks.number')} error={errorOf('numberId')}>
            <NumberSelect
              value={numberId}
              onChange={setNumberId}
              allLabel={t('developers.allNumbers')}
            />
          </Field>
          <FormatChoice
            format={format}
            onChange={(next) => {
              setFormat(next)
              setEvents(WEBHOOK_EVENTS[next])
            }}
          />
        </>
      )}
      <EventChoice format={format} events={events} isChecked={isChecked} onChange={setEvents} />
      {errorOf('') && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {errorOf('')}
        </p>
      )}
    </FormDialog>
  )
}

const FormatChoice = ({
  format,
  onChange,
}: {
  format: WebhookFormat
  onChange: (format: WebhookFormat) => void
}) => (
  <fieldset>
    <legend className="mb-2 text-[0.8125rem] font-medium text-ink">{t('webhooks.format')}</legend>
    <RadioGroup
      look="cards"
      label={t('webhooks.format')}
      value={format}
      onValueChange={onChange}
      className="grid gap-2 sm:grid-cols-2"
      options={WEBHOOK_FORMATS.map((value) => ({
        value,
        label: t(`webhooks.formats.${value}`),
        description: t(`webhooks.formatHelp.${value}`),
      }))}
    />
  </fieldset>
)
