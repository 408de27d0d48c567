import { Popover as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

/** A small panel beside its trigger. Uncontrolled unless `isOpen` is given. */
export function Popover({
  trigger,
  label,
  isOpen,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  isFlush = false,
  className,
  children,
}: {
  /** The button that opens it. */
  trigger: ReactNode
  /** Accessible name of the panel. */
  label: string
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
  side?: 'top' | 'right' | 'bottom' | 'left'
  align?: 'start' | 'center' | 'end'
  isFlush?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <Radix.Root
      {...(isOpen !== undefined && { open: isOpen })}
      {...(onOpenChange && { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(
            'z-[60] max-w-[calc(100vw-1rem)] animate-pop-in rounded-card border border-line bg-surface shadow-pop outline-none',
            !isFlush && 'p-3',
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
