import { clockOf, nextTimer, type Simulation } from '@parley/runtime/engine'
import { FastForward, Headset, Hourglass } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDateTime, formatTime } from '../i18n/format.ts'
import { t } from '../i18n/t.ts'
import { Button } from '../ui/Button.tsx'
import { useNow } from '../ui/useNow.ts'
import { formatDuration } from './formatDuration.ts'

/** What the conversation waits for, apart from the contact, with the way to go on at once. */
export function WaitingCards({
  simulation,
  onSkip,
  onHandBack,
}: {
  simulation: Simulation
  onSkip: () => void
  onHandBack: () => void
}) {
  const timer = nextTimer(simulation)
  return (
    <>
      {timer && <WaitCard simulation={simulation} fireAt={timer.fireAt} onSkip={onSkip} />}
      {simulation.handedOverAt !== null && (
        <Waiting
          icon={<Headset />}
          title={t('simulator.handover.title')}
          action={
            <Button size="sm" onClick={onHandBack}>
              {t('simulator.handover.resolve')}
            </Button>
          }
        >
          {t('simulator.handover.help')}
        </Waiting>
      )}
    </>
  )
}

function WaitCard({
  simulation,
  fireAt,
  onSkip,
}: {
  simulation: Simulation
  fireAt: number
  onSkip: () => void
}) {
  const now = clockOf(simulation, useNow(1_000))
  const time = fireAt - now < DAY_MS ? formatTime(fireAt) : formatDateTime(fireAt)
  // A node that only delays names its timer so; everything else waits for somebody.
  const isDelay = 'delay' in (simulation.session?.waiting?.timers ?? {})
  return (
    <Waiting
      icon={<Hourglass />}
      title={
        isDelay
          ? t('simulator.wait.delay', { duration: formatDuration(fireAt - now) })
          : t('simulator.wait.reply')
      }
      action={
        <Button size="sm" icon={<FastForward className="rtl:-scale-x-100" />} onClick={onSkip}>
          {t('simulator.wait.skip')}
        </Button>
      }
    >
      {isDelay
        ? t('simulator.wait.delayDetail', { time })
        : t('simulator.wait.replyDetail', { time })}
    </Waiting>
  )
}

const DAY_MS = 86_400_000

function Waiting({
  icon,
  title,
  action,
  children,
}: {
  icon: ReactNode
  title: string
  action: ReactNode
  children: ReactNode
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-surface px-3 py-2.5">
      <span
        className="flex size-8 shrink-0 items-center justify-center rounded-full bg-primary-soft text-on-primary-soft [&_svg]:size-4"
        aria-hidden
      >
        {icon}
      </span>
      <div className="min-w-0 flex-1 basis-32 text-[0.8125rem]">
        <p className="font-medium text-ink">{title}</p>
        <p className="text-xs text-ink-muted">{children}</p>
      </div>
      {action}
    </div>
  )
}
