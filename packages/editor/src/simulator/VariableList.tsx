import type { JsonValue } from '@parley/shared'
import { t } from '../i18n/t.ts'
import { Badge } from '../ui/Badge.tsx'
import { cn } from '../ui/cn.ts'

/** The variables of the conversation with their values now; those that the last step touched stand out. */
export function VariableList({
  variables,
  changed,
}: {
  variables: Readonly<Record<string, JsonValue>>
  changed: ReadonlySet<string>
}) {
  const entries = Object.entries(variables).toSorted(([a], [b]) => a.localeCompare(b))
  if (entries.length === 0) {
    return <p className="p-4 text-center text-sm text-ink-muted">{t('simulator.noVariables')}</p>
  }
  return (
    <dl className="divide-y divide-line">
      {entries.map(([name, value]) => (
        <div key={name} className={cn('px-4 py-2', changed.has(name) && 'bg-primary-soft/50')}>
          <dt className="flex items-center justify-between gap-2 font-mono text-xs text-ink-muted">
            <span className="truncate">{name}</span>
            {changed.has(name) && <Badge tone="primary">{t('simulator.changed')}</Badge>}
          </dt>
          <dd
            className="max-h-32 overflow-auto text-[0.8125rem] break-words whitespace-pre-wrap text-ink"
            dir="auto"
          >
            {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
          </dd>
        </div>
      ))}
    </dl>
  )
}
