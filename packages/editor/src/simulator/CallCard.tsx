import type { HttpRequest, HttpResult } from '@parley/runtime/engine'
import { Globe } from 'lucide-react'
import { useState } from 'react'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { Input } from '../ui/Input.tsx'
import { SegmentedControl } from '../ui/SegmentedControl.tsx'
import { Textarea } from '../ui/Textarea.tsx'
import { parseSample, type Sample } from './parseSample.ts'

const OUTCOMES = ['answered', 'failed', 'timedOut'] as const

/** A request that the flow makes now: the server really makes it, or the author says what came of it. */
export function CallCard({
  request,
  sample: firstSample,
  isCalling,
  failure,
  deniedReason,
  onCall,
  onAnswer,
}: {
  request: HttpRequest
  /** What answering by hand begins with. */
  sample: Sample
  isCalling: boolean
  /** Why the server could not make the request. */
  failure: string | null
  deniedReason: string | undefined
  onCall: (options: { always: boolean }) => void
  onAnswer: (result: HttpResult, options: { always: boolean }) => void
}) {
  const [isByHand, setByHand] = useState(false)
  const [always, setAlways] = useState(false)
  return (
    <section
      aria-label={t('simulator.call.title')}
      className="flex max-h-[70%] flex-col gap-3 overflow-y-auto border-t border-line bg-surface px-3.5 py-3"
    >
      <div className="flex items-start gap-3">
        <span
          className="flex size-8 shrink-0 items-center justify-center rounded-full bg-group-actions/12 text-group-actions"
          aria-hidden
        >
          <Globe className="size-4" />
        </span>
        <div className="min-w-0 flex-1">
          <h3 className="text-[0.8125rem] font-medium text-ink">{t('simulator.call.title')}</h3>
          <p className="font-mono text-xs break-all text-ink-muted" dir="ltr">
            <b className="font-semibold text-ink">{request.method}</b> {request.url}
          </p>
          <RequestDetails request={request} />
        </div>
      </div>
      {failure && (
        <p role="alert" className="text-[0.8125rem] text-danger">
          {t('simulator.call.failed', { reason: failure })}
        </p>
      )}
      {isByHand ? (
        <SampleForm
          sample={firstSample}
          always={always}
          onAlways={setAlways}
          onBack={() => setByHand(false)}
          onAnswer={(result) => onAnswer(result, { always })}
        />
      ) : (
        <>
          <Checkbox
            label={t('simulator.call.always')}
            isChecked={always}
            onCheckedChange={setAlways}
          />
          <div className="flex flex-wrap gap-2">
            <Button
              size="sm"
              variant="primary"
              isBusy={isCalling}
              disabledReason={deniedReason}
              onClick={() => onCall({ always })}
            >
              {t('simulator.call.real')}
            </Button>
            <Button size="sm" onClick={() => setByHand(true)}>
              {t('simulator.call.sample')}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

function RequestDetails({ request }: { request: HttpRequest }) {
  const headers = Object.entries(request.headers)
  if (headers.length === 0 && request.body === undefined) return null
  return (
    <details className="mt-1 text-xs text-ink-muted">
      <summary className="cursor-pointer">{t('simulator.call.details')}</summary>
      <pre
        className="mt-1 max-h-40 overflow-auto rounded-control bg-sunken p-2 whitespace-pre-wrap"
        dir="ltr"
      >
        {headers.map(([name, value]) => `${name}: ${value}\n`).join('')}
        {request.body !== undefined && `\n${request.body}`}
      </pre>
    </details>
  )
}

function SampleForm({
  sample,
  always,
  onAlways,
  onBack,
  onAnswer,
}: {
  sample: Sample
  always: boolean
  onAlways: (always: boolean) => void
  onBack: () => void
  onAnswer: (result: HttpResult) => void
}) {
  const [{ outcome, status, body }, setSample] = useState(sample)
  const change = (patch: Partial<Sample>) => setSample((before) => ({ ...before, ...patch }))
  const result = parseSample({ outcome, status, body })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (result) onAnswer(result)
      }}
    >
      <SegmentedControl
        label={t('simulator.call.outcome')}
        value={outcome}
        onValueChange={(next) => change({ outcome: next })}
        segments={OUTCOMES.map((value) => ({
          value,
          label: t(`simulator.call.outcomes.${value}`),
        }))}
      />
      {outcome === 'answered' && (
        <>
          <Field
            label={t('simulator.call.status')}
            error={result ? undefined : t('simulator.call.badStatus')}
          >
            <Input
              value={status}
              inputMode="numeric"
              onChange={(event) => change({ status: event.target.value })}
            />
          </Field>
          <Field label={t('simulator.call.answer')} help={t('simulator.call.answerHelp')}>
            <Textarea
              dir="ltr"
              rows={4}
              value={body}
              className="max-h-40 font-mono text-xs md:text-xs"
              onChange={(event) => change({ body: event.target.value })}
            />
          </Field>
        </>
      )}
      <Checkbox label={t('simulator.call.always')} isChecked={always} onCheckedChange={onAlways} />
      <div className="flex gap-2">
        <Button type="submit" size="sm" variant="primary">
          {t('simulator.call.goOn')}
        </Button>
        <Button size="sm" variant="ghost" onClick={onBack}>
          {t('simulator.call.back')}
        </Button>
      </div>
    </form>
  )
}
