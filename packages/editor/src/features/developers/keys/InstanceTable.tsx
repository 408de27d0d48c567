import type { ApiKey } from '@parley/shared/api'
import { t } from '../../../i18n/t.ts'
import { type Column, Table } from '../../../ui/Table.tsx'
import { SettingsSection } from '../../settings/SettingsSection.tsx'

/** What programs need that call numbers instances. Nothing while no number has a token. */
export function InstanceTable({
  keys,
  numberName,
}: {
  keys: readonly ApiKey[]
  numberName: (numberId: string | null) => string
}) {
  const tokens = keys.filter(({ instanceId }) => instanceId !== null)
  if (tokens.length === 0) return null
  const columns: readonly Column<ApiKey>[] = [
    {
      id: 'number',
      header: t('keys.instances.number'),
      className: 'font-medium',
      cell: ({ numberId }) => numberName(numberId),
    },
    {
      id: 'id',
      header: t('keys.instances.id'),
      cell: ({ instanceId }) => <code>{instanceId}</code>,
    },
    {
      id: 'token',
      header: t('keys.instances.token'),
      cell: ({ prefix }) => <code className="text-ink-muted">{prefix}…</code>,
    },
    {
      id: 'address',
      header: t('keys.instances.address'),
      className: 'max-md:hidden',
      cell: ({ instanceId }) => (
        <code className="text-xs break-all text-ink-muted">
          {`${location.origin}/instance${instanceId}/`}
        </code>
      ),
    },
  ]
  return (
    <div className="mt-8">
      <SettingsSection title={t('keys.instances.title')} help={t('keys.instances.help')}>
        <Table
          label={t('keys.instances.title')}
          columns={columns}
          rows={tokens}
          rowKey={({ id }) => id}
        />
      </SettingsSection>
    </div>
  )
}
