import '../../i18n/withNumberTexts.ts'
import type { ConnectedNumber } from '@parley/shared/api'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  Inbox,
  KeyRound,
  MessageSquareText,
  Pencil,
  Plus,
  Settings2,
  Smartphone,
  Trash2,
} from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { flowsQuery } from '../../api/flows.ts'
import { connectNumber, numbersQuery } from '../../api/numbers.ts'
import { itemsOf } from '../../api/pages.ts'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import type { MenuItem } from '../../ui/menuItems.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { NumberCard } from './NumberCard.tsx'
import type { NumberQuestion } from './NumberDialog.tsx'
import { mainAction } from './status.ts'

// What opens only when somebody asks for it is not waited for.
const CreateNumberDialog = lazy(async () => ({
  default: (await import('./CreateNumberDialog.tsx')).CreateNumberDialog,
}))
const NumberDialog = lazy(async () => ({
  default: (await import('./NumberDialog.tsx')).NumberDialog,
}))

interface Open {
  readonly what: NumberQuestion
  readonly numberId: string
}

/** Every number of the workspace, how it is, and what to do. */
export function NumbersPage() {
  const { data: numbers, error, isPending, refetch } = useQuery(numbersQuery)
  const flows = useInfiniteQuery(flowsQuery)
  const [search, setSearch] = useSearchParams()
  const [open, setOpen] = useState<Open | null>(null)
  const navigate = useNavigate()
  const denied = useDenied('editor')
  const client = useQueryClient()
  const connect = useMutation({
    mutationFn: connectNumber,
    onSettled: () => client.invalidateQueries({ queryKey: numbersQuery.queryKey }),
  })

  const isCreating = search.has('create') && !denied
  const setCreating = (isOpen: boolean) =>
    setSearch(isOpen ? { create: '' } : {}, { replace: !isOpen })

  const act = (number: ConnectedNumber) => {
    const action = mainAction(number)
    if (action === 'disconnect') setOpen({ what: 'disconnect', numberId: number.id })
    else if (number.channel === 'whatsapp-web' && action !== 'connect') {
      setOpen({ what: 'pair', numberId: number.id })
    } else {
      connect.mutate(number.id, {
        // A number that was never linked waits for its phone now.
        onSuccess: ({ status }) => {
          if (status === 'needsScan') setOpen({ what: 'pair', numberId: number.id })
        },
      })
    }
  }

  return (
    <PageBody>
      <PageHeader
        title={t('numbers.title')}
        description={t('numbers.description')}
        actions={
          <Button
            variant="primary"
            icon={<Plus />}
            disabledReason={denied}
            onClick={() => setCreating(true)}
          >
            {t('numbers.new')}
          </Button>
        }
      />
      {error && !numbers ? (
        <LoadError error={error} onRetry={() => void refetch()} />
      ) : isPending ? (
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          <Skeleton className="h-56 rounded-card" />
          <Skeleton className="h-56 rounded-card" />
        </div>
      ) : numbers.length === 0 ? (
        <EmptyState
          icon={<Smartphone />}
          title={t('numbers.empty.title')}
          actions={
            <Button
              variant="primary"
              icon={<Plus />}
              disabledReason={denied}
              onClick={() => setCreating(true)}
            >
              {t('numbers.new')}
            </Button>
          }
        >
          {t('numbers.empty.help')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
          {numbers.map((number) => (
            <NumberCard
              key={number.id}
              number={number}
              flows={itemsOf(flows.data).filter(({ publications }) =>
                publications.some(({ numberId }) => numberId === number.id),
              )}
              menu={menuOf(number, {
                isDenied: Boolean(denied),
                onOpen: (what) => setOpen({ what, numberId: number.id }),
                onInbox: () => void navigate(`/inbox?number=${number.id}`),
              })}
              isBusy={connect.isPending && connect.variables === number.id}
              deniedReason={denied}
              onMainAction={() => act(number)}
              onWrite={() => setOpen({ what: 'write', numberId: number.id })}
            />
          ))}
        </div>
      )}
      <Suspense>
        {isCreating && (
          <CreateNumberDialog
            onClose={() => setCreating(false)}
            onLink={(numberId) => {
              setCreating(false)
              setOpen({ what: 'pair', numberId })
            }}
          />
        )}
        {numbers
          ?.filter(({ id }) => id === open?.numberId)
          .map((number) => (
            <NumberDialog
              key={number.id}
              what={open?.what ?? 'rename'}
              number={number}
              onClose={() => setOpen(null)}
            />
          ))}
      </Suspense>
    </PageBody>
  )
}

function menuOf(
  number: ConnectedNumber,
  {
    isDenied,
    onOpen,
    onInbox,
  }: { isDenied: boolean; onOpen: (what: Open['what']) => void; onInbox: () => void },
): MenuItem[] {
  const sandboxItems: MenuItem[] = number.sandbox
    ? [
        {
          label: t('numbers.sandbox.write'),
          icon: <MessageSquareText />,
          isDisabled: isDenied,
          onSelect: () => onOpen('write'),
        },
        {
          label: t('numbers.sandbox.settings'),
          icon: <Settings2 />,
          isDisabled: isDenied,
          onSelect: () => onOpen('sandbox'),
        },
        { type: 'separator' },
      ]
    : []
  const sendingItems: MenuItem[] = number.settings
    ? [
        {
          label: t('numbers.sending.open'),
          icon: <Settings2 />,
          isDisabled: isDenied,
          onSelect: () => onOpen('sending'),
        },
        { type: 'separator' },
      ]
    : []
  return [
    ...sandboxItems,
    ...sendingItems,
    { label: t('numbers.openInbox'), icon: <Inbox />, onSelect: onInbox },
    {
      label: t('common.rename'),
      icon: <Pencil />,
      isDisabled: isDenied,
      onSelect: () => onOpen('rename'),
    },
    {
      label: t('numbers.replaceKey'),
      hint: t('numbers.keyStarts', { prefix: number.keyPrefix }),
      icon: <KeyRound />,
      isDisabled: isDenied,
      onSelect: () => onOpen('key'),
    },
    { type: 'separator' },
    {
      label: t('common.delete'),
      icon: <Trash2 />,
      isDanger: true,
      isDisabled: isDenied,
      onSelect: () => onOpen('delete'),
    },
  ]
}
