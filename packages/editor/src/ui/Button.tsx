import { Slot } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn.ts'
import { Spinner } from './Spinner.tsx'
import { Tooltip } from './Tooltip.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger' | 'dangerGhost'
export type ButtonSize = 'sm' | 'md' | 'lg'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Shown before the words. */
  icon?: ReactNode
  /** Work is going on: a spinner takes the icon's place and presses do nothing. */
  isBusy?: boolean
  /** Set: the button can be reached and read but not pressed, and a tooltip says why. */
  disabledReason?: string | undefined
  /** Renders the only child (a link) with the looks of a button. */
  asChild?: boolean
}

/** The button of the product. Say what it does in its words; `disabledReason` rather than a bare `disabled`. */
export function Button({
  variant = 'secondary',
  size = 'md',
  icon,
  isBusy = false,
  disabledReason,
  asChild = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const classes = cn(BASE, VARIANTS[variant], SIZES[size], className)
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    )
  }
  const blocked = isBusy || disabledReason !== undefined
  const button = (
    <button
      type={blocked ? 'button' : type}
      className={classes}
      aria-disabled={blocked || undefined}
      aria-busy={isBusy || undefined}
      onClick={blocked ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {isBusy ? <Spinner size="sm" /> : icon}
      {children}
    </button>
  )
  return disabledReason ? <Tooltip content={disabledReason}>{button}</Tooltip> : button
}

const BASE =
  'inline-flex items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap select-none ' +
  'transition-colors duration-100 shrink-0 disabled:opacity-50 disabled:cursor-not-allowed ' +
  'aria-disabled:opacity-50 aria-disabled:cursor-not-allowed [&_svg]:size-4 [&_svg]:shrink-0'

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary: 'bg-primary text-on-primary hover:bg-primary-hover shadow-card',
  secondary: 'bg-surface text-ink border border-line hover:bg-hover shadow-card',
  ghost: 'text-ink hover:bg-hover',
  danger: 'bg-danger text-on-danger hover:bg-danger-hover shadow-card',
  dangerGhost: 'text-danger hover:bg-danger-soft hover:text-on-danger-soft',
}

const SIZES: Readonly<Record<ButtonSize, string>> = {
  sm: 'h-8 px-3 text-[0.8125rem] pointer-coarse:min-h-10',
  md: 'h-9 px-3.5 text-sm pointer-coarse:min-h-11',
  lg: 'h-11 px-5 text-base',
}
