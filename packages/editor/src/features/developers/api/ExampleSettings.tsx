import type { ConnectedNumber } from '@parley/shared/api'
import { KeyRound } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { useDenied, useWorkspace } from '../../../api/access.ts'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Input } from '../../../ui/Input.tsx'
import { Select } from '../../../ui/Select.tsx'
import { SAMPLE_PHONE } from '../examples/examples.ts'
import { useMadeKey } from '../madeKey.ts'

const CreateKeyDialog = lazy(async () => ({
  default: (await import('../keys/CreateKeyDialog.tsx')).CreateKeyDialog,
}))

/** What the examples are to carry: number, customer, key. */
export function ExampleSettings({
  numbers,
  numberId,
  onNumber,
  phone,
  onPhone,
}: {
  numbers: readonly ConnectedNumber[]
  numberId: string | undefined
  onNumber: (numberId: string) => void
  phone: string
  onPhone: (phone: string) => void
}) {
  return (
    <Card className="flex flex-col gap-4 p-4 sm:p-5">
      {numbers.length === 0 && (
        <Banner title={t('developers.api.noNumberTitle')}>
          {rich(t('developers.api.noNumberHelp'), {
            link: (words) => (
              <Link to="/numbers?create" className="font-medium underline">
                {words}
              </Link>
            ),
          })}
        </Banner>
      )}
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <Field label={t('developers.api.number')} help={t('developers.api.numberHelp')}>
          <Select
            value={numberId}
            onValueChange={onNumber}
            isDisabled={numbers.length === 0}
            placeholder={t('developers.api.noNumber')}
            options={numbers.map(({ id, name, channel, phone: own }) => ({
              value: id,
              label: name,
              description: own || t(`numberWords.channels.${channel}`),
            }))}
          />
        </Field>
        <Field label={t('developers.api.to')} help={t('developers.api.toHelp')}>
          <Input
            type="tel"
            value={phone}
            placeholder={SAMPLE_PHONE}
            onChange={(event) => onPhone(event.target.value)}
          />
        </Field>
      </div>
      <KeyLine numberId={numberId} />
    </Card>
  )
}

function KeyLine({ numberId }: { numberId: string | undefined }) {
  const denied = useDenied('editor')
  const { id: workspaceId } = useWorkspace()
  const made = useMadeKey((state) => state.made)
  const [isMaking, setMaking] = useState(false)
  const own = made?.workspaceId === workspaceId ? made : null
  const words = !own
    ? t('developers.api.keyPlaceholder')
    : own.numberId === null || own.numberId === numberId
      ? t('developers.api.keyReady', { name: own.name })
      : t('developers.api.keyOther', { name: own.name })
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-4">
      <p className="min-w-0 flex-1 basis-64 text-[0.8125rem] text-ink-muted" role="status">
        {words}
      </p>
      <Button icon={<KeyRound />} disabledReason={denied} onClick={() => setMaking(true)}>
        {t('developers.api.makeKey')}
      </Button>
      {isMaking && (
        <Suspense>
          <CreateKeyDialog onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </div>
  )
}
