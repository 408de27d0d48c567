import type { Token } from '@parley/shared/api'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { KeyRound, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { revokeToken, tokensQuery } from '../../api/tokens.ts'
import { formatAgo, formatDate } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { AlertDialog } from '../../ui/AlertDialog.tsx'
import { Badge } from '../../ui/Badge.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LoadError } from '../../ui/LoadError.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { useNow } from '../../ui/useNow.ts'
import { CreateTokenDialog } from './CreateTokenDialog.tsx'
import { SettingsCard, SettingsSection } from './SettingsSection.tsx'

const MINUTE_MS = 60_000

/** Personal tokens: for programs that act for the person. */
export function TokenSettings() {
  const { data: tokens, error, refetch } = useQuery(tokensQuery)
  const now = useNow(MINUTE_MS)
  const [isCreating, setCreating] = useState(false)
  const [revoking, setRevoking] = useState<Token | null>(null)
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSuccess: () => client.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  })
  return (
    <SettingsSection
      title={t('settings.tokens.title')}
      help={t('settings.tokens.help')}
      actions={
        <Button variant="primary" icon={<Plus />} onClick={() => setCreating(true)}>
          {t('settings.tokens.create')}
        </Button>
      }
    >
      {error && !tokens ? (
        <LoadError size="panel" error={error} onRetry={() => void refetch()} />
      ) : !tokens ? (
        <Skeleton className="h-32 rounded-card" />
      ) : tokens.length === 0 ? (
        <SettingsCard>
          <EmptyState size="panel" icon={<KeyRound />} title={t('settings.tokens.empty')}>
            {t('settings.tokens.emptyHelp')}
          </EmptyState>
        </SettingsCard>
      ) : (
        <Table
          label={t('settings.tokens.title')}
          columns={columns(setRevoking, now)}
          rows={tokens}
          rowKey={({ id }) => id}
        />
      )}
      {isCreating && <CreateTokenDialog onClose={() => setCreating(false)} />}
      {revoking && (
        <AlertDialog
          isOpen
          onOpenChange={() => setRevoking(null)}
          title={t('settings.tokens.revokeTitle', { name: revoking.name })}
          confirmLabel={t('settings.tokens.revoke')}
          onConfirm={() => revoke.mutateAsync(revoking.id)}
        >
          {t('settings.tokens.revokeHelp')}
        </AlertDialog>
      )}
    </SettingsSection>
  )
}

const columns = (onRevoke: (token: Token) => void, now: number): readonly Column<Token>[] => [
  {
    id: 'name',
    header: t('settings.tokens.name'),
    cell: ({ name, prefix }) => (
      <>
        <span className="block font-medium">{name}</span>
        <code className="text-xs text-ink-muted">{prefix}…</code>
      </>
    ),
  },
  {
    id: 'lastUsed',
    header: t('settings.tokens.lastUsed'),
    className: 'whitespace-nowrap text-ink-muted',
    cell: ({ lastUsedAt }) =>
      lastUsedAt ? formatAgo(Date.parse(lastUsedAt)) : t('settings.tokens.neverUsed'),
  },
  {
    id: 'expires',
    header: t('settings.tokens.expires'),
    className: 'whitespace-nowrap text-ink-muted',
    cell: ({ expiresAt }) => <Expiry expiresAt={expiresAt} now={now} />,
  },
  {
    id: 'actions',
    header: t('settings.tokens.actions'),
    isHeaderHidden: true,
    align: 'end',
    cell: (token) => (
      <IconButton
        size="sm"
        variant="dangerGhost"
        label={t('settings.tokens.revokeOf', { name: token.name })}
        icon={<Trash2 />}
        onClick={() => onRevoke(token)}
      />
    ),
  },
]

function Expiry({ expiresAt, now }: { expiresAt: string | null; now: number }) {
  if (!expiresAt) return t('settings.tokens.noExpiry')
  const at = Date.parse(expiresAt)
  if (at < now) return <Badge tone="danger">{t('settings.tokens.expired')}</Badge>
  return formatDate(at)
}
