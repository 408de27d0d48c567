import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.ts'
import { Spinner } from './Spinner.tsx'
import { Tooltip, type TooltipSide } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** What it does: the accessible name and the tooltip. */
  label: string
  icon: ReactNode
  /** Key combination for the tooltip, for example `mod+z`. */
  shortcut?: string | undefined
  variant?: 'ghost' | 'secondary' | 'primary' | 'dangerGhost'
  size?: 'sm' | 'md'
  /** A toggle that is on. */
  isPressed?: boolean
  isBusy?: boolean
  disabledReason?: string | undefined
  tooltipSide?: TooltipSide
}

/** A square button with an icon alone; its name appears as a tooltip. */
export function IconButton({
  label,
  icon,
  shortcut,
  variant = 'ghost',
  size = 'md',
  isPressed,
  isBusy = false,
  disabledReason,
  tooltipSide,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const blocked = isBusy || disabledReason !== undefined
  return (
    <Tooltip
      content={disabledReason ?? label}
      {...(shortcut && { shortcut })}
      {...(tooltipSide && { side: tooltipSide })}
    >
      <button
        type="button"
        aria-label={label}
        aria-pressed={isPressed}
        aria-disabled={blocked || undefined}
        className={cn(
          'inline-flex shrink-0 items-center justify-center rounded-control transition-colors duration-100',
          'disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50',
          size === 'sm'
            ? 'size-8 pointer-coarse:size-10 [&_svg]:size-4'
            : 'size-9 pointer-coarse:size-11 [&_svg]:size-[1.125rem]',
          VARIANTS[variant],
          isPressed && 'bg-primary-soft text-on-primary-soft hover:bg-primary-soft',
          className,
        )}
        {...rest}
        onClick={blocked ? (event) => event.preventDefault() : onClick}
      >
        {isBusy ? <Spinner size="sm" /> : icon}
      </button>
    </Tooltip>
  )
}

const VARIANTS = {
  ghost: 'text-ink-muted hover:bg-hover hover:text-ink',
  secondary: 'bg-surface text-ink border border-line hover:bg-hover shadow-card',
  primary: 'bg-primary text-on-primary hover:bg-primary-hover shadow-card',
  dangerGhost: 'text-ink-muted hover:bg-danger-soft hover:text-on-danger-soft',
} as const
