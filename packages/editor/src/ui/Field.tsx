import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId, useMemo } from 'react'
import { cn } from './cn.ts'
import { FieldContext } from './fieldContext.ts'

export interface FieldProps {
  label: ReactNode
  /** Which value it is for, so that somebody can be led to it. */
  name?: string | undefined
  /** One sentence under the control. */
  help?: ReactNode
  /** What is wrong and how to put it right; takes the place of `help`. */
  error?: string | undefined
  isRequired?: boolean
  /** Small words at the end of the label's line: "optional", a counter, a link. */
  aside?: ReactNode
  /** The label is for screen readers only. */
  isLabelHidden?: boolean
  className?: string
  children: ReactNode
}

/** A label, one control and what is to be said about it. Input, Textarea, Select, … inside it wire themselves up. */
export function Field({
  label,
  name,
  help,
  error,
  isRequired = false,
  aside,
  isLabelHidden = false,
  className,
  children,
}: FieldProps) {
  const id = useId()
  const describedBy = error ? `${id}-error` : help ? `${id}-help` : undefined
  const control = useMemo(
    () => ({ id, describedBy, isInvalid: Boolean(error), isRequired }),
    [id, describedBy, error, isRequired],
  )
  return (
    <FieldContext value={control}>
      <div data-field={name} className={cn('flex min-w-0 flex-col gap-1.5', className)}>
        <div
          className={cn('flex items-baseline justify-between gap-3', isLabelHidden && 'sr-only')}
        >
          <label htmlFor={id} className="text-[0.8125rem] font-medium text-ink">
            {label}
          </label>
          {aside && <span className="text-xs text-ink-faint">{aside}</span>}
        </div>
        {children}
        {error ? (
          <p id={`${id}-error`} className="flex gap-1.5 text-[0.8125rem] text-danger">
            <CircleAlert className="mt-px size-4 shrink-0" aria-hidden />
            {error}
          </p>
        ) : (
          help && (
            <p id={`${id}-help`} className="text-[0.8125rem] text-ink-muted">
              {help}
            </p>
          )
        )}
      </div>
    </FieldContext>
  )
}
