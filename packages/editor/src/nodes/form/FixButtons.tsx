import { WandSparkles } from 'lucide-react'
import type { MouseEvent } from 'react'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'

/** A way to solve a problem, ready to be pressed. */
export interface OfferedFix {
  readonly label: string
  readonly apply: () => void
}

/** A button for each way to solve a problem. They look like what they stand in. */
export function FixButtons({
  fixes,
  className,
}: {
  fixes: readonly OfferedFix[]
  className?: string
}) {
  if (fixes.length === 0) return null
  return (
    <span
      role="group"
      aria-label={t('problems.fixes.label')}
      className={cn('flex flex-wrap gap-1.5', className)}
    >
      {fixes.map(({ label, apply }) => (
        <button
          key={label}
          type="button"
          data-fix
          onClick={(event) => {
            const next = focusNext(event)
            apply()
            // What was solved is gone, and with it the button that was pressed.
            requestAnimationFrame(next)
          }}
          className="inline-flex max-w-full items-center gap-1.5 rounded-control border border-current/40 bg-surface px-2 py-1 text-start text-xs font-medium text-ink hover:bg-hover pointer-coarse:py-2"
        >
          <WandSparkles className="size-3.5 shrink-0 text-primary" aria-hidden />
          <span className="min-w-0 break-words">{label}</span>
        </button>
      ))}
    </span>
  )
}

/** Moves the focus to the button that takes the place of the one that was pressed, or to what they stand in. */
function focusNext({ currentTarget }: MouseEvent<HTMLElement>): () => void {
  const root = currentTarget.closest<HTMLElement>('[data-fixes]')
  const buttons = () => [...(root?.querySelectorAll<HTMLElement>('[data-fix]') ?? [])]
  const index = buttons().indexOf(currentTarget)
  return () => {
    if (!root?.isConnected || root.contains(document.activeElement)) return
    const left = buttons()
    ;(left[index] ?? left.at(-1) ?? root).focus()
  }
}
