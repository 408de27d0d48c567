import { t } from '../../../i18n/t.ts'
import { cn } from '../../../ui/cn.ts'
import { Tooltip } from '../../../ui/Tooltip.tsx'
import type { Used } from './limits.ts'

/** How much of the strictest channel's limit a text has used; the tooltip says whose limit it is. */
export function Counter({ used: { channel, limit, used }, isOne }: { used: Used; isOne: boolean }) {
  const isTooLong = used > limit.max
  const values = { channel: t(`simulator.channels.${channel}`), max: limit.max }
  return (
    <Tooltip
      content={t(
        isTooLong ? 'words.tooLong' : isOne ? 'words.limitOfOne' : 'words.limitOf',
        values,
      )}
    >
      {/* Reached by keyboard, too: what it says is nowhere else. */}
      <button
        type="button"
        className={cn(
          'cursor-help rounded text-xs tabular-nums',
          isTooLong ? 'font-medium text-danger' : 'text-ink-faint',
        )}
      >
        {t(limit.unit === 'bytes' ? 'words.counterBytes' : 'words.counter', {
          used,
          max: limit.max,
        })}
      </button>
    </Tooltip>
  )
}
