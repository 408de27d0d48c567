import type { ConnectedNumber } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { Link } from 'react-router'
import { useDenied } from '../../../api/access.ts'
import { requestWhole } from '../../../api/client.ts'
import { t } from '../../../i18n/t.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { CodeBlock } from '../../../ui/CodeBlock.tsx'
import type { ApiRequest } from '../examples/ApiRequest.ts'

/** Sends the text example from this page, with the person's own login in the key's place, and shows the answer. */
export function TryIt({
  number,
  phone,
  request,
}: {
  number: ConnectedNumber | undefined
  phone: string
  request: ApiRequest
}) {
  const denied = useDenied('agent')
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: () => requestWhole('/send-message', { method: 'POST', body: request.body }),
    meta: { showsError: true },
    onSuccess: () => client.invalidateQueries({ queryKey: ['conversations'] }),
  })
  return (
    <Card className="flex min-w-0 flex-col gap-3 p-4">
      <div>
        <h3 className="text-sm font-semibold">{t('developers.api.tryIt')}</h3>
        <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{t('developers.api.tryHelp')}</p>
      </div>
      <Button
        variant="primary"
        className="self-start"
        icon={<Send className="rtl:-scale-x-100" />}
        isBusy={send.isPending}
        disabledReason={denied ?? whyNot(number, phone)}
        onClick={() => send.mutate()}
      >
        {t('developers.api.trySend')}
      </Button>
      <p className="text-[0.8125rem] text-ink-muted empty:hidden">
        {denied ?? whyNot(number, phone)}
      </p>
      {send.error && <Banner tone="danger">{send.error.message}</Banner>}
      {send.isSuccess && (
        <>
          <CodeBlock
            label={t('developers.api.tryAnswer')}
            code={JSON.stringify(send.data, null, 2)}
          />
          <Link
            to="/inbox"
            className="self-start rounded text-[0.8125rem] font-medium text-primary hover:underline"
          >
            {t('developers.api.tryInbox')}
          </Link>
        </>
      )}
    </Card>
  )
}

function whyNot(number: ConnectedNumber | undefined, phone: string): string | undefined {
  if (number?.channel !== 'sandbox') return t('developers.api.tryOnlySandbox')
  return phone.trim() === '' ? t('developers.api.tryNeedsPhone') : undefined
}
