import type { ConnectedNumber } from '@parley/shared/api'
import { useMutation, useQuery } from '@tanstack/react-query'
import { CircleCheck, QrCode as QrIcon, Smartphone, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { connectNumber, pairingQuery, requestPairingCode } from '../../api/numbers.ts'
import { rich } from '../../i18n/rich.tsx'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { Input } from '../../ui/Input.tsx'
import { Spinner } from '../../ui/Spinner.tsx'
import { Tabs } from '../../ui/Tabs.tsx'
import { QrCode } from './QrCode.tsx'
import { statusWords } from './status.ts'
import { useCountdown } from './useCountdown.ts'

/** Live events tell of new codes; this is for the moments in which they do not come. */
const POLL_MS = 3_000

/** Links a phone: shows the code as it renews itself, until the phone has scanned it. */
export function PairDialog({ number, onClose }: { number: ConnectedNumber; onClose: () => void }) {
  const [method, setMethod] = useState<'code' | 'phone'>('code')
  const connect = useMutation({ mutationFn: () => connectNumber(number.id) })
  const { mutate: startConnecting } = connect
  const isWaiting = number.status === 'needsScan' || number.status === 'connecting'
  // Opening the dialog is asking to connect; a number that waits already goes on waiting.
  useEffect(() => {
    if (!isWaiting && number.status !== 'connected') startConnecting()
    // Only once: when WhatsApp gives up later, the person decides whether to try again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const hasStopped = !isWaiting && number.status !== 'connected' && !connect.isPending
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('numbers.pair.title', { name: number.name })}
      size="lg"
    >
      {number.status === 'connected' ? (
        <EmptyState
          size="panel"
          icon={<CircleCheck />}
          title={t('numbers.pair.connectedTitle')}
          actions={
            <Button variant="primary" onClick={onClose}>
              {t('common.done')}
            </Button>
          }
        >
          {t('numbers.pair.connected', { name: number.name })}
        </EmptyState>
      ) : hasStopped ? (
        <EmptyState
          size="panel"
          icon={<TriangleAlert />}
          title={t('numbers.pair.stoppedTitle')}
          actions={
            <Button variant="primary" onClick={() => connect.mutate()}>
              {t('numbers.pair.retry')}
            </Button>
          }
        >
          {statusWords(number)}
        </EmptyState>
      ) : (
        <Tabs
          label={t('numbers.pair.method')}
          value={method}
          onValueChange={setMethod}
          tabs={[
            {
              value: 'code',
              label: t('numbers.pair.byCode'),
              icon: <QrIcon />,
              content: <ByCode numberId={number.id} />,
            },
            {
              value: 'phone',
              label: t('numbers.pair.byPhone'),
              icon: <Smartphone />,
              content: <ByPhone numberId={number.id} />,
            },
          ]}
        />
      )}
    </Dialog>
  )
}

function ByCode({ numberId }: { numberId: string }) {
  const { data: pairing } = useQuery({ ...pairingQuery(numberId), refetchInterval: POLL_MS })
  const seconds = useCountdown(pairing?.expiresAt)
  return (
    <div className="flex flex-col items-center gap-6 sm:flex-row sm:items-start">
      <div className="flex w-64 shrink-0 flex-col items-center gap-2">
        <div className="flex size-64 items-center justify-center overflow-hidden rounded-card border border-line bg-white text-[#0b5f6b]">
          {pairing && seconds > 0 ? (
            <QrCode text={pairing.qr} label={t('numbers.pair.qr')} className="size-full" />
          ) : (
            <Spinner size="lg" />
          )}
        </div>
        <p className="text-center text-xs text-ink-muted" aria-live="off">
          {!pairing
            ? t('numbers.pair.starting')
            : seconds > 0
              ? t('numbers.pair.expires', { count: seconds })
              : t('numbers.pair.renewing')}
        </p>
      </div>
      <Steps last={t('numbers.pair.step3')} />
    </div>
  )
}

function ByPhone({ numberId }: { numberId: string }) {
  const [phone, setPhone] = useState('')
  const ask = useMutation({
    mutationFn: () => requestPairingCode(numberId, phone),
    meta: { showsError: true },
  })
  const code = ask.data?.code
  return (
    <div className="flex flex-col gap-6 sm:flex-row">
      <div className="flex flex-1 flex-col gap-4">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault()
            ask.mutate()
          }}
        >
          <Field
            label={t('numbers.pair.phone')}
            help={t('numbers.pair.phoneHelp')}
            error={ask.error?.message}
          >
            <Input
              type="tel"
              autoComplete="tel"
              required
              value={phone}
              placeholder={t('numberWords.phonePlaceholder')}
              onChange={(event) => setPhone(event.target.value)}
            />
          </Field>
          <Button type="submit" variant={code ? 'secondary' : 'primary'} isBusy={ask.isPending}>
            {t('numbers.pair.getCode')}
          </Button>
        </form>
        {code && (
          <output className="rounded-card border border-line bg-sunken p-4 text-center">
            <span className="block text-xs text-ink-muted">{t('numbers.pair.code')}</span>
            <span
              className="mt-1 block font-mono text-2xl font-semibold tracking-[0.2em]"
              dir="ltr"
            >
              {code.slice(0, 4)}-{code.slice(4)}
            </span>
          </output>
        )}
      </div>
      <Steps last={t('numbers.pair.step3Phone')} />
    </div>
  )
}

function Steps({ last }: { last: string }) {
  const bold = {
    b: (words: string): ReactNode => <strong className="font-semibold">{words}</strong>,
  }
  return (
    <ol className="flex flex-1 flex-col gap-3 self-stretch">
      {[t('numbers.pair.step1'), t('numbers.pair.step2'), last].map((step, index) => (
        <li key={step} className="flex gap-3 text-sm leading-relaxed">
          <span
            className="flex size-6 shrink-0 items-center justify-center rounded-full bg-primary-soft text-xs font-semibold text-on-primary-soft"
            aria-hidden
          >
            {index + 1}
          </span>
          <span>{rich(step, bold)}</span>
        </li>
      ))}
    </ol>
  )
}
