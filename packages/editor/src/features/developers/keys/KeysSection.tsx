import '../../../i18n/withKeyTexts.ts'
import type { ApiKey } from '@parley/shared/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, LockKeyhole, MoreHorizontal, Plus, RefreshCw, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useDenied } from '../../../api/access.ts'
import { keysQuery, revokeKey } from '../../../api/keys.ts'
import { formatAgo, formatDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'
import { AlertDialog } from '../../../ui/AlertDialog.tsx'
import { Badge } from '../../../ui/Badge.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DropdownMenu } from '../../../ui/DropdownMenu.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { LoadError } from '../../../ui/LoadError.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { toast } from '../../../ui/toast.ts'
import { useNow } from '../../../ui/useNow.ts'
import { SettingsCard, SettingsSection } from '../../settings/SettingsSection.tsx'
import { useNumberName } from '../useNumberName.ts'
import { InstanceTable } from './InstanceTable.tsx'
import { keyName } from './keyName.ts'

const CreateKeyDialog = lazy(async () => ({
  default: (await import('./CreateKeyDialog.tsx')).CreateKeyDialog,
}))
const RotateKeyDialog = lazy(async () => ({
  default: (await import('./RotateKeyDialog.tsx')).RotateKeyDialog,
}))

const MINUTE_MS = 60_000

/** Keys of the workspace and of its numbers. */
export function KeysSection() {
  const denied = useDenied('editor')
  const [isCreating, setCreating] = useState(false)
  return (
    <div>
      <SettingsSection
        title={t('keys.title')}
        help={t('keys.help')}
        actions={
          <Button
            variant="primary"
            icon={<Plus />}
            disabledReason={denied}
            onClick={() => setCreating(true)}
          >
            {t('keys.create')}
          </Button>
        }
      >
        {denied ? (
          <SettingsCard>
            <EmptyState size="panel" icon={<LockKeyhole />} title={t('keys.deniedTitle')}>
              {denied}
            </EmptyState>
          </SettingsCard>
        ) : (
          <KeyList />
        )}
      </SettingsSection>
      {isCreating && (
        <Suspense>
          <CreateKeyDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </div>
  )
}

function KeyList() {
  const { data: keys, error, refetch } = useQuery(keysQuery)
  const numberName = useNumberName()
  const now = useNow(MINUTE_MS)
  const [rotating, setRotating] = useState<ApiKey | null>(null)
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: (key: ApiKey) => revokeKey(key.id),
    onSuccess: async (_, { name }) => {
      toast({ title: t('keys.revoked', { name }) })
      await client.invalidateQueries({ queryKey: keysQuery.queryKey })
    },
  })
  if (error && !keys) {
    return <LoadError size="panel" error={error} onRetry={() => void refetch()} />
  }
  if (!keys) return <Skeleton className="h-48 rounded-card" />
  return (
    <>
      {keys.length === 0 ? (
        <SettingsCard>
          <EmptyState size="panel" icon={<KeyRound />} title={t('keys.empty')}>
            {t('keys.emptyHelp')}
          </EmptyState>
        </SettingsCard>
      ) : (
        <Table
          label={t('keys.title')}
          columns={columns({ numberName, now, onRotate: setRotating, onRevoke: setRevoking })}
          rows={sharedFirst(keys)}
          rowKey={({ id }) => id}
        />
      )}
      <InstanceTable keys={keys} numberName={numberName} />
      {rotating && (
        <Suspense>
          <RotateKeyDialog apiKey={rotating} onClose={() => setRotating(null)} />
        </Suspense>
      )}
      {revoking && (
        <AlertDialog
          isOpen
          onOpenChange={() => setRevoking(null)}
          title={t('keys.revokeTitle', { name: keyName(revoking) })}
          confirmLabel={t('keys.revokeSubmit')}
          onConfirm={() => revoke.mutateAsync(revoking)}
        >
          {t('keys.revokeHelp')}
        </AlertDialog>
      )}
    </>
  )
}

/** Those that somebody made for a program before those that every number has. */
const sharedFirst = (keys: readonly ApiKey[]): readonly ApiKey[] => [
  ...keys.filter(({ kind }) => kind === 'workspace'),
  ...keys.filter(({ kind }) => kind === 'number'),
]

interface ColumnOptions {
  numberName: (numberId: string | null) => string
  now: number
  onRotate: (key: ApiKey) => void
  onRevoke: (key: ApiKey) => void
}

const columns = ({
  numberName,
  now,
  onRotate,
  onRevoke,
}: ColumnOptions): readonly Column<ApiKey>[] => [
  {
    id: 'name',
    header: t('keys.name'),
    cell: ({ name, prefix, numberId }) => (
      <>
        <span className="block max-w-56 truncate font-medium">{keyName({ name })}</span>
        <code className="block text-xs whitespace-nowrap text-ink-muted">{prefix}…</code>
        <span className="block text-xs text-ink-muted md:hidden">{numberName(numberId)}</span>
      </>
    ),
  },
  {
    id: 'for',
    header: t('keys.for'),
    className: 'max-md:hidden',
    cell: ({ numberId, instanceId }) => (
      <>
        <span className="block max-w-48 truncate">{numberName(numberId)}</span>
        {instanceId !== null && (
          <span className="block text-xs text-ink-muted">
            {t('keys.instance', { id: String(instanceId) })}
          </span>
        )}
      </>
    ),
  },
  {
    id: 'scopes',
    header: t('keys.scopesTitle'),
    className: 'max-lg:hidden',
    cell: ({ scopes }) => (
      <div className="flex max-w-64 flex-wrap gap-1">
        {scopes.map((scope) => (
          <Badge key={scope}>{t(`keys.scope.${scope}`)}</Badge>
        ))}
      </div>
    ),
  },
  {
    id: 'lastUsed',
    header: t('keys.lastUsed'),
    className: 'whitespace-nowrap text-ink-muted max-sm:hidden',
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? formatAgo(Date.parse(lastUsedAt)) : t('keys.neverUsed'),
  },
  {
    id: 'expires',
    header: t('keys.expires'),
    className: 'whitespace-nowrap text-ink-muted',
    cell: ({ expiresAt }) => <Expiry expiresAt={expiresAt} now={now} />,
  },
  {
    id: 'actions',
    header: t('keys.actions'),
    isHeaderHidden: true,
    align: 'end',
    cell: (key) => (
      <DropdownMenu
        items={[
          {
            label: t('keys.rotate'),
            icon: <RefreshCw />,
            isDisabled: isExpired(key.expiresAt, now),
            onSelect: () => onRotate(key),
          },
          { type: 'separator' },
          {
            label: t('keys.revoke'),
            icon: <Trash2 />,
            isDanger: true,
            onSelect: () => onRevoke(key),
          },
        ]}
      >
        <IconButton
          size="sm"
          label={t('developers.actionsOf', { name: `${keyName(key)} ${key.prefix}` })}
          icon={<MoreHorizontal />}
        />
      </DropdownMenu>
    ),
  },
]

const isExpired = (expiresAt: string | null, now: number): boolean =>
  expiresAt !== null && Date.parse(expiresAt) <= now

function Expiry({ expiresAt, now }: { expiresAt: string | null; now: number }) {
  if (!expiresAt) return t('keys.noExpiry')
  if (isExpired(expiresAt, now)) return <Badge tone="danger">{t('keys.expired')}</Badge>
  return formatDate(Date.parse(expiresAt))
}
