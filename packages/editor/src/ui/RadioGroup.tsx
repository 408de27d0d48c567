import { RadioGroup as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { cn } from './cn.ts'
import { useFieldControl } from './fieldContext.ts'

export interface RadioOption<Value extends string> {
  value: Value
  label: string
  description?: ReactNode
  icon?: ReactNode
  isDisabled?: boolean
}

/** One of a few, all of them in view. `cards` frames each option, for choices that deserve a sentence. */
export function RadioGroup<Value extends string>({
  value,
  onValueChange,
  options,
  label,
  look = 'plain',
  className,
}: {
  value: Value | undefined
  onValueChange: (value: Value) => void
  options: readonly RadioOption<Value>[]
  label?: string
  look?: 'plain' | 'cards'
  className?: string
}) {
  const groupId = useId()
  return (
    <Radix.Root
      {...useFieldControl()}
      {...(label && { 'aria-label': label })}
      value={value ?? ''}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen) onValueChange(chosen.value)
      }}
      className={cn('flex flex-col gap-2', className)}
    >
      {options.map((option) => {
        const id = `${groupId}-${option.value}`
        return (
          <label
            key={option.value}
            htmlFor={id}
            className={cn(
              'flex items-start gap-3 text-sm',
              look === 'cards' &&
                'rounded-card border border-line bg-surface p-3.5 transition-colors hover:bg-hover has-data-[state=checked]:border-primary has-data-[state=checked]:bg-primary-soft/40',
              option.isDisabled && 'opacity-50',
            )}
          >
            <Radix.Item
              id={id}
              value={option.value}
              disabled={option.isDisabled ?? false}
              aria-label={option.label}
              className="mt-px flex size-[1.125rem] shrink-0 items-center justify-center rounded-full border border-line-strong bg-surface data-[state=checked]:border-primary"
            >
              <Radix.Indicator className="size-2.5 rounded-full bg-primary" />
            </Radix.Item>
            <span className="min-w-0 flex-1">
              <span className="block font-medium text-ink">{option.label}</span>
              {option.description && (
                <span className="block text-[0.8125rem] text-ink-muted">{option.description}</span>
              )}
            </span>
            {option.icon}
          </label>
        )
      })}
    </Radix.Root>
  )
}
