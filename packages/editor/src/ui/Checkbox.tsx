import { Check } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { type ReactNode, useId } from 'react'
import { cn } from './cn.ts'

/** A box to tick, with its words beside it. */
export function Checkbox({
  isChecked,
  onCheckedChange,
  label,
  description,
  isDisabled = false,
  className,
}: {
  isChecked: boolean
  onCheckedChange: (isChecked: boolean) => void
  label: ReactNode
  description?: ReactNode
  isDisabled?: boolean
  className?: string
}) {
  const id = useId()
  return (
    <div className={cn('flex items-start gap-2.5 py-0.5 pointer-coarse:py-2', className)}>
      <Radix.Root
        id={id}
        checked={isChecked}
        disabled={isDisabled}
        onCheckedChange={(checked) => onCheckedChange(checked === true)}
        aria-describedby={description ? `${id}-description` : undefined}
        className="mt-px flex size-[1.125rem] shrink-0 items-center justify-center rounded border border-line-strong bg-surface text-on-primary disabled:opacity-50 data-[state=checked]:border-primary data-[state=checked]:bg-primary"
      >
        <Radix.Indicator>
          <Check className="size-3.5" strokeWidth={3} aria-hidden />
        </Radix.Indicator>
      </Radix.Root>
      <div className="min-w-0 text-sm">
        <label htmlFor={id} className="text-ink">
          {label}
        </label>
        {description && (
          <p id={`${id}-description`} className="text-[0.8125rem] text-ink-muted">
            {description}
          </p>
        )}
      </div>
    </div>
  )
}
