import { t } from '../../../i18n/t.ts'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import { prettyJson } from './prettyJson.ts'

/** Headers and body of a request or of an answer. */
export function AnswerView({
  answer: { headers, body },
}: {
  answer: { readonly headers: Readonly<Record<string, string>>; readonly body: string }
}) {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return (
    <div className="flex flex-col gap-3">
      {lines.length > 0 && (
        <details className="text-[0.8125rem]">
          <summary className="w-fit cursor-pointer rounded font-medium text-ink-muted hover:text-ink">
            {t('webhooks.delivery.headers')}
          </summary>
          <CodeBlock
            className="mt-2"
            label={t('webhooks.delivery.headers')}
            code={lines.join('\n')}
          />
        </details>
      )}
      {body === '' ? (
        <p className="text-[0.8125rem] text-ink-muted">{t('webhooks.delivery.emptyBody')}</p>
      ) : (
        <CodeBlock label={t('webhooks.delivery.body')} code={prettyJson(body)} />
      )}
    </div>
  )
}
