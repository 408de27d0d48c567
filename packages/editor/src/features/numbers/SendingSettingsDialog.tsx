import { TYPING_SPEEDS, type WhatsAppSettings } from '@parley/shared'
import type { ConnectedNumber } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { changeSending, numbersQuery } from '../../api/numbers.ts'
import { t } from '../../i18n/t.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'

const RATES = [1, 2, 5, 10, 20]

/** How a WhatsApp number sends; every change counts at once. */
export function SendingSettingsDialog({
  number,
  settings,
  onClose,
}: {
  number: ConnectedNumber
  settings: WhatsAppSettings
  onClose: () => void
}) {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (changes: Partial<WhatsAppSettings>) => changeSending(number.id, changes),
    onSettled: () => client.invalidateQueries({ queryKey: numbersQuery.queryKey }),
  })
  const shown = { ...settings, ...(change.isPending ? change.variables : {}) }
  const rates = [...new Set([...RATES, shown.messagesPerSecond])].toSorted((a, b) => a - b)
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('numbers.sending.title', { name: number.name })}>
      <div className="flex flex-col gap-5">
        <Switch
          label={t('numbers.sending.typing')}
          description={t('numbers.sending.typingHelp')}
          isOn={shown.typing}
          onChange={(typing) => change.mutate({ typing })}
        />
        {shown.typing && (
          <Field label={t('numbers.sending.typingSpeed')}>
            <Select<WhatsAppSettings['typingSpeed']>
              value={shown.typingSpeed}
              onValueChange={(typingSpeed) => change.mutate({ typingSpeed })}
              options={TYPING_SPEEDS.map((speed) => ({
                value: speed,
                label: t(`numbers.sending.${speed}`),
              }))}
            />
          </Field>
        )}
        <Field label={t('numbers.sending.rate')} help={t('numbers.sending.rateHelp')}>
          <Select<string>
            value={String(shown.messagesPerSecond)}
            onValueChange={(rate) => change.mutate({ messagesPerSecond: Number(rate) })}
            options={rates.map((rate) => ({
              value: String(rate),
              label: t('numbers.sending.perSecond', { count: rate }),
            }))}
          />
        </Field>
        <Field label={t('numbers.sending.choices')} help={t('numbers.sending.choicesHelp')}>
          <Select<WhatsAppSettings['interactive']>
            value={shown.interactive}
            onValueChange={(interactive) => change.mutate({ interactive })}
            options={[
              { value: 'native', label: t('numbers.sending.native') },
              { value: 'text', label: t('numbers.sending.text') },
            ]}
          />
        </Field>
      </div>
    </Dialog>
  )
}
