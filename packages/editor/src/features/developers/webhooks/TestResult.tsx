import type { WebhookTest } from '@parley/shared/api'
import { X } from 'lucide-react'
import { t } from '../../../i18n/t.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { AnswerView } from './AnswerView.tsx'
import type { WebhookActionSet } from './useWebhookActions.ts'

/** What the receiver said to the test. */
export function TestResult({ test }: { test: WebhookActionSet['test'] }) {
  if (test.isPending) {
    return (
      <p role="status" className="flex items-center gap-2 text-sm text-ink-muted">
        <Spinner size="sm" />
        {t('webhooks.testing')}
      </p>
    )
  }
  if (!test.data) return null
  const { data } = test
  return (
    <section
      aria-label={t('webhooks.testTitle', { event: data.event })}
      className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4 shadow-card"
    >
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm font-semibold">{t('webhooks.testTitle', { event: data.event })}</h3>
        <IconButton
          size="sm"
          label={t('common.dismiss')}
          icon={<X />}
          onClick={() => test.reset()}
        />
      </div>
      <Verdict result={data} />
      {data.status !== null && <AnswerView answer={data} />}
    </section>
  )
}

function Verdict({ result: { status, error, durationMs } }: { result: WebhookTest }) {
  if (status === null) {
    return (
      <Banner tone="danger" title={t('webhooks.testFailed')}>
        {error}
      </Banner>
    )
  }
  const words = { status: String(status), ms: Math.round(durationMs) }
  return status >= 200 && status < 300 ? (
    <Banner tone="success">{t('webhooks.testDone', words)}</Banner>
  ) : (
    <Banner tone="danger">{t('webhooks.testRefused', words)}</Banner>
  )
}
