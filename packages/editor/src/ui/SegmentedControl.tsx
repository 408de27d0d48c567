import { ToggleGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

export interface Segment<Value extends string> {
  value: Value
  label: string
  icon?: ReactNode
}

/** Two to four choices in one bar, for views and filters. */
export function SegmentedControl<Value extends string>({
  value,
  onValueChange,
  segments,
  label,
  iconsOnly = false,
  className,
}: {
  value: Value
  onValueChange: (value: Value) => void
  segments: readonly Segment<Value>[]
  label: string
  iconsOnly?: boolean
  className?: string
}) {
  return (
    <ToggleGroup.Root
      type="single"
      value={value}
      aria-label={label}
      onValueChange={(next) => {
        const chosen = segments.find((segment) => segment.value === next)
        if (chosen) onValueChange(chosen.value)
      }}
      className={cn('inline-flex rounded-control bg-sunken p-0.5', className)}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          aria-label={segment.label}
          className="inline-flex h-8 flex-1 items-center justify-center gap-1.5 rounded-md px-3 text-[0.8125rem] font-medium whitespace-nowrap text-ink-muted hover:text-ink data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-card pointer-coarse:h-10 [&_svg]:size-4"
        >
          {segment.icon}
          {!iconsOnly && segment.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  )
}
