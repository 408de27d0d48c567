import { Ban, Check, CheckCheck, CircleAlert, Clock } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { cn } from '../cn.ts'

export type TickStatus = 'queued' | 'sent' | 'delivered' | 'read' | 'failed' | 'cancelled'

/** How far a message has come, as the ticks that everybody knows. */
export function StatusTicks({ status, className }: { status: TickStatus; className?: string }) {
  const Icon = ICONS[status]
  return (
    <span
      title={t(`message.status.${status}`)}
      className={cn(
        'inline-flex [&_svg]:size-4',
        status === 'read' && 'text-tick-read',
        status === 'failed' && 'text-danger',
        className,
      )}
    >
      <span className="sr-only">{t(`message.status.${status}`)}</span>
      <Icon aria-hidden />
    </span>
  )
}

const ICONS = {
  queued: Clock,
  sent: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
  cancelled: Ban,
} as const
