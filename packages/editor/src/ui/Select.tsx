import { Check, ChevronDown } from 'lucide-react'
import { Select as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { useFieldControl } from './fieldContext.ts'
import { CONTROL } from './Input.tsx'

export interface SelectOption<Value extends string> {
  value: Value
  label: string
  description?: string
  icon?: ReactNode
  isDisabled?: boolean
}

export interface SelectProps<Value extends string> {
  value: Value | undefined
  onValueChange: (value: Value) => void
  options: readonly SelectOption<Value>[]
  placeholder?: string
  /** Accessible name when no Field is around it. */
  label?: string
  isDisabled?: boolean
  size?: 'sm' | 'md'
  className?: string
}

/** One of a handful of values. For many, or for searching, use a Popover with a CommandMenu. */
export function Select<Value extends string>({
  value,
  onValueChange,
  options,
  placeholder,
  label,
  isDisabled = false,
  size = 'md',
  className,
}: SelectProps<Value>) {
  return (
    <Radix.Root
      value={value ?? ''}
      onValueChange={(next) => {
        // Radix tells strings; only values of our options are ever on offer.
        const chosen = options.find((option) => option.value === next)
        if (chosen) onValueChange(chosen.value)
      }}
      disabled={isDisabled}
    >
      <Radix.Trigger
        {...useFieldControl()}
        {...(label && { 'aria-label': label })}
        className={cn(
          CONTROL,
          'inline-flex items-center justify-between gap-2 px-3 text-start data-[placeholder]:text-ink-faint',
          size === 'sm' ? 'h-8 pointer-coarse:h-10' : 'h-9 pointer-coarse:h-11',
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <ChevronDown className="size-4 shrink-0 text-ink-faint" aria-hidden />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-[70] max-h-[min(24rem,var(--radix-select-content-available-height))] min-w-[var(--radix-select-trigger-width)] animate-pop-in overflow-hidden rounded-card border border-line bg-surface shadow-pop"
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.isDisabled ?? false}
                className="flex cursor-default items-start gap-2 rounded-md py-1.5 ps-2 pe-3 text-sm text-ink outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-hover pointer-coarse:py-2.5"
              >
                <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center text-primary">
                  <Radix.ItemIndicator>
                    <Check className="size-4" aria-hidden />
                  </Radix.ItemIndicator>
                </span>
                <span className="min-w-0">
                  <span className="flex items-center gap-2 [&_svg]:size-4">
                    {option.icon}
                    <Radix.ItemText>{option.label}</Radix.ItemText>
                  </span>
                  {option.description && (
                    <span className="block text-xs text-ink-muted">{option.description}</span>
                  )}
                </span>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
