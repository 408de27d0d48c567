import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FlaskConical, Smartphone } from 'lucide-react'
import { Link } from 'react-router'
import { createNumber, numbersQuery } from '../../../api/numbers.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'

/** Nothing to publish to yet: a sandbox number is one press away, a real one is on its page. */
export function NoNumbers({
  deniedReason,
  onMade,
}: {
  deniedReason: string | undefined
  onMade: (numberId: string) => void
}) {
  const client = useQueryClient()
  const make = useMutation({
    mutationFn: () => createNumber({ name: t('publish.sandboxName'), channel: 'sandbox' }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: numbersQuery.queryKey })
      onMade(id)
    },
  })
  return (
    <EmptyState
      size="panel"
      icon={<Smartphone />}
      title={t('publish.noNumbers')}
      actions={
        <>
          <Button
            variant="primary"
            icon={<FlaskConical />}
            isBusy={make.isPending}
            disabledReason={deniedReason}
            onClick={() => make.mutate()}
          >
            {t('publish.makeSandbox')}
          </Button>
          <Button asChild>
            <Link to="/numbers">{t('publish.connectNumber')}</Link>
          </Button>
        </>
      }
    >
      {t('publish.noNumbersHelp')}
    </EmptyState>
  )
}
