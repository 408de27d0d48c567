import { Switch as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { cn } from './cn.ts'

/** Something that is on or off at once, without a save button. */
export function Switch({
  isOn,
  onChange,
  label,
  description,
  isDisabled = false,
  isLabelHidden = false,
  className,
}: {
  isOn: boolean
  onChange: (isOn: boolean) => void
  label: string
  description?: ReactNode
  isDisabled?: boolean
  isLabelHidden?: boolean
  className?: string
}) {
  const id = useId()
  return (
    <div className={cn('flex items-start justify-between gap-3', className)}>
      <div className={cn('min-w-0 text-sm', isLabelHidden && 'sr-only')}>
        <label htmlFor={id} className="font-medium text-ink">
          {label}
        </label>
        {description && (
          <p id={`${id}-description`} className="text-[0.8125rem] text-ink-muted">
            {description}
          </p>
        )}
      </div>
      <Radix.Root
        id={id}
        checked={isOn}
        disabled={isDisabled}
        onCheckedChange={onChange}
        aria-describedby={description ? `${id}-description` : undefined}
        className="relative h-5 w-9 shrink-0 rounded-full bg-line-strong transition-colors disabled:opacity-50 data-[state=checked]:bg-primary pointer-coarse:h-6 pointer-coarse:w-11"
      >
        <Radix.Thumb className="block size-4 translate-x-0.5 rounded-full bg-surface shadow-card transition-transform data-[state=checked]:translate-x-[1.125rem] rtl:-translate-x-0.5 rtl:data-[state=checked]:-translate-x-[1.125rem] pointer-coarse:size-5 pointer-coarse:data-[state=checked]:translate-x-[1.375rem] pointer-coarse:rtl:data-[state=checked]:-translate-x-[1.375rem]" />
      </Radix.Root>
    </div>
  )
}
