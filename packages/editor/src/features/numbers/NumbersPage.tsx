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
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useDenied } from '../../api/access.ts'
import { flowsQuery } from '../../api/flows.ts'
import {
  connectNumber,
  deleteNumber,
  disconnectNumber,
  numbersQuery,
  renameNumber,
  replaceNumberKey,
} from '../../api/numbers.ts'
import { itemsOf } from '../../api/pages.ts'
import { t } from '../../i18n/t.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import type { MenuItem } from '../../ui/menuItems.tsx'
import { PageBody, PageHeader } from '../../ui/PageHeader.tsx'
import { RenameDialog } from '../../ui/RenameDialog.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { CreateNumberDialog } from './CreateNumberDialog.tsx'
import { KeyOnce } from './KeyOnce.tsx'
import { NumberCard } from './NumberCard.tsx'
import { PairDialog } from './PairDialog.tsx'
import { SandboxSettingsDialog, WriteAsCustomerDialog } from './SandboxDialogs.tsx'
import { SendingSettingsDialog } from './SendingSettingsDialog.tsx'
import { mainAction } from './status.ts'

interface Open {
  readonly what:
    | 'pair'
    | 'rename'
    | 'delete'
    | 'disconnect'
    | 'key'
    | 'sandbox'
    | 'write'
    | 'sending'
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
          <OpenDialog
            key={number.id}
            what={open?.what ?? 'rename'}
            number={number}
            onClose={() => setOpen(null)}
          />
        ))}
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

function OpenDialog({
  what,
  number,
  onClose,
}: {
  what: Open['what']
  number: ConnectedNumber
  onClose: () => void
}) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: numbersQuery.queryKey })
  const rename = useMutation({
    mutationFn: (name: string) => renameNumber(number.id, name),
    onSuccess: async () => {
      await refresh()
      onClose()
    },
  })
  const remove = useMutation({
    mutationFn: async () => {
      await deleteNumber(number.id)
      await Promise.all([refresh(), client.invalidateQueries({ queryKey: flowsQuery.queryKey })])
    },
  })
  const disconnect = useMutation({
    mutationFn: () => disconnectNumber(number.id),
    onSuccess: refresh,
  })
  const replaceKey = useMutation({
    mutationFn: () => replaceNumberKey(number.id),
    onSuccess: refresh,
  })

  switch (what) {
    case 'pair':
      return <PairDialog number={number} onClose={onClose} />
    case 'sandbox':
      return number.sandbox ? (
        <SandboxSettingsDialog number={number} settings={number.sandbox} onClose={onClose} />
      ) : null
    case 'sending':
      return number.settings ? (
        <SendingSettingsDialog number={number} settings={number.settings} onClose={onClose} />
      ) : null
    case 'write':
      return <WriteAsCustomerDialog number={number} onClose={onClose} />
    case 'rename':
      return (
        <RenameDialog
          title={t('numbers.renameTitle')}
          label={t('numbers.name')}
          name={number.name}
          maxLength={100}
          isBusy={rename.isPending}
          onSave={(name) => rename.mutate(name)}
          onClose={onClose}
        />
      )
    case 'disconnect':
      return (
        <AlertDialog
          isOpen
          onOpenChange={onClose}
          title={t('numbers.disconnectTitle', { name: number.name })}
          confirmLabel={t('numbers.disconnectSubmit')}
          onConfirm={() => disconnect.mutateAsync()}
        >
          {t('numbers.disconnectHelp')}
        </AlertDialog>
      )
    case 'delete':
      return (
        <AlertDialog
          isOpen
          onOpenChange={onClose}
          title={t('numbers.deleteTitle', { name: number.name })}
          confirmLabel={t('numbers.deleteSubmit')}
          onConfirm={() => remove.mutateAsync()}
        >
          {t('numbers.deleteHelp')}
        </AlertDialog>
      )
    case 'key':
      return replaceKey.data ? (
        <Dialog
          isOpen
          onOpenChange={onClose}
          title={t('numbers.newKeyTitle', { name: number.name })}
        >
          <KeyOnce sessionKey={replaceKey.data.sessionKey} />
        </Dialog>
      ) : (
        <AlertDialog
          isOpen
          // It closes itself after confirming; the key that then has arrived is shown instead.
          onOpenChange={(isOpen) =>
            !isOpen && !replaceKey.isPending && !replaceKey.isSuccess && onClose()
          }
          title={t('numbers.replaceKeyTitle', { name: number.name })}
          confirmLabel={t('numbers.replaceKeySubmit')}
          onConfirm={() => replaceKey.mutateAsync()}
        >
          {t('numbers.replaceKeyHelp')}
        </AlertDialog>
      )
  }
}
