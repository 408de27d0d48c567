import type { CreatedNumber } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { createNumber, numbersQuery } from '../../api/numbers.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { ChannelIcon } from '../../ui/ChannelIcon.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { Input } from '../../ui/Input.tsx'
import { RadioGroup } from '../../ui/RadioGroup.tsx'
import { KeyOnce } from './KeyOnce.tsx'

type Channel = 'whatsapp-web' | 'sandbox'

/** Asks what kind of number and its name; then shows the key, which nobody sees again. */
export function CreateNumberDialog({
  onClose,
  onLink,
}: {
  onClose: () => void
  /** The person wants to link the phone right now. */
  onLink: (numberId: string) => void
}) {
  const [channel, setChannel] = useState<Channel>('whatsapp-web')
  const [name, setName] = useState('')
  const client = useQueryClient()
  const create = useMutation({
    mutationFn: createNumber,
    onSuccess: () => client.invalidateQueries({ queryKey: numbersQuery.queryKey }),
  })
  if (create.data) return <Created number={create.data} onClose={onClose} onLink={onLink} />
  return (
    <FormDialog
      title={t('numbers.create.title')}
      submitLabel={t('numbers.create.submit')}
      isBusy={create.isPending}
      onSubmit={() => {
        if (name.trim()) create.mutate({ name: name.trim(), channel })
      }}
      onClose={onClose}
    >
      <RadioGroup<Channel>
        look="cards"
        label={t('numbers.create.channel')}
        value={channel}
        onValueChange={setChannel}
        options={[
          {
            value: 'whatsapp-web',
            label: t('numbers.channel.whatsappWeb'),
            description: t('numbers.channel.whatsappWebHelp'),
            icon: <ChannelIcon channel="whatsapp-web" className="size-9" />,
          },
          {
            value: 'sandbox',
            label: t('numbers.channel.sandbox'),
            description: t('numbers.channel.sandboxHelp'),
            icon: <ChannelIcon channel="sandbox" className="size-9" />,
          },
        ]}
      />
      <Field label={t('numbers.name')} help={t('numbers.nameHelp')}>
        <Input
          value={name}
          required
          maxLength={100}
          placeholder={t('numbers.namePlaceholder')}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
    </FormDialog>
  )
}

function Created({
  number,
  onClose,
  onLink,
}: {
  number: CreatedNumber
  onClose: () => void
  onLink: (numberId: string) => void
}) {
  const needsLink = number.channel === 'whatsapp-web'
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('numbers.create.doneTitle', { name: number.name })}
      footer={
        needsLink ? (
          <>
            <Button onClick={onClose}>{t('numbers.create.later')}</Button>
            <Button variant="primary" onClick={() => onLink(number.id)}>
              {t('numbers.create.linkNow')}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={onClose}>
            {t('numbers.create.done')}
          </Button>
        )
      }
    >
      <KeyOnce sessionKey={number.sessionKey} />
    </Dialog>
  )
}
