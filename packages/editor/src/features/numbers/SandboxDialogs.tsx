import '../../i18n/withNumberTexts.ts'
import { CHANNEL_TYPES, type ChannelType } from '@parley/shared'
import type { ConnectedNumber, SandboxSettings } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { numbersQuery } from '../../api/numbers.ts'
import { changeSandbox, writeToSandbox } from '../../api/sandbox.ts'
import { t } from '../../i18n/t.ts'
import { channelKey } from '../../ui/ChannelIcon.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Input } from '../../ui/Input.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { toast } from '../../ui/toast.ts'

/** How a sandbox number behaves; every change counts at once. */
export function SandboxSettingsDialog({
  number,
  settings,
  onClose,
}: {
  number: ConnectedNumber
  settings: SandboxSettings
  onClose: () => void
}) {
  const client = useQueryClient()
  const change = useMutation({
    mutationFn: (changes: Partial<SandboxSettings>) => changeSandbox(number.id, changes),
    onSettled: () => client.invalidateQueries({ queryKey: numbersQuery.queryKey }),
  })
  const shown = { ...settings, ...(change.isPending ? change.variables : {}) }
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('numbers.sandbox.title', { name: number.name })}>
      <div className="flex flex-col gap-5">
        <Field label={t('numbers.sandbox.imitates')} help={t('numbers.sandbox.imitatesHelp')}>
          <Select<ChannelType>
            value={shown.imitates}
            onValueChange={(imitates) => change.mutate({ imitates })}
            options={CHANNEL_TYPES.map((channel) => ({
              value: channel,
              label: t(channelKey(channel)),
            }))}
          />
        </Field>
        <Switch
          label={t('numbers.sandbox.autoStatus')}
          description={t('numbers.sandbox.autoStatusHelp')}
          isOn={shown.autoStatus}
          onChange={(autoStatus) => change.mutate({ autoStatus })}
        />
        <Switch
          label={t('numbers.sandbox.offline')}
          description={t('numbers.sandbox.offlineHelp')}
          isOn={!shown.connected}
          onChange={(isOffline) => change.mutate({ connected: !isOffline })}
        />
      </div>
    </Dialog>
  )
}

/** Writes to a sandbox number as a customer would, and goes to see the answer. */
export function WriteAsCustomerDialog({
  number,
  text = 'hi',
  onClose,
}: {
  number: ConnectedNumber
  /** What the customer writes, unless it is changed. */
  text?: string
  onClose: () => void
}) {
  const [form, setForm] = useState({ from: '+15550100', name: 'Ana Customer', text })
  const navigate = useNavigate()
  const write = useMutation({
    mutationFn: () =>
      writeToSandbox(number.id, {
        from: form.from,
        name: form.name,
        content: { type: 'text', text: form.text },
      }),
    onSuccess: async () => {
      onClose()
      toast({ title: t('numbers.sandbox.written'), tone: 'success' })
      await navigate('/inbox')
    },
  })
  const set = (field: keyof typeof form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value })
  return (
    <FormDialog
      size="sm"
      title={t('numbers.sandbox.writeTitle', { name: number.name })}
      description={t('numbers.sandbox.writeHelp')}
      submitLabel={t('numbers.sandbox.send')}
      isBusy={write.isPending}
      onSubmit={() => {
        write.mutate()
      }}
      onClose={onClose}
    >
      <Field label={t('numbers.sandbox.from')}>
        <Input type="tel" required value={form.from} onChange={set('from')} />
      </Field>
      <Field label={t('numbers.sandbox.fromName')}>
        <Input value={form.name} onChange={set('name')} />
      </Field>
      <Field label={t('numbers.sandbox.text')}>
        <Textarea required value={form.text} onChange={set('text')} />
      </Field>
    </FormDialog>
  )
}
