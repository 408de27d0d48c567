import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

export interface Tab<Value extends string> {
  value: Value
  label: ReactNode
  icon?: ReactNode
  content: ReactNode
}

/** Views of one thing, one at a time. */
export function Tabs<Value extends string>({
  value,
  onValueChange,
  tabs,
  label,
  className,
}: {
  value: Value
  onValueChange: (value: Value) => void
  tabs: readonly Tab<Value>[]
  label: string
  className?: string
}) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => {
        const chosen = tabs.find((tab) => tab.value === next)
        if (chosen) onValueChange(chosen.value)
      }}
      className={cn('flex min-h-0 flex-col', className)}
    >
      <Radix.List
        aria-label={label}
        className="flex shrink-0 gap-1 overflow-x-auto border-b border-line [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="-mb-px inline-flex items-center gap-2 border-b-2 border-transparent px-3 py-2.5 text-sm font-medium whitespace-nowrap text-ink-muted -outline-offset-2 hover:text-ink data-[state=active]:border-primary data-[state=active]:text-ink [&_svg]:size-4"
          >
            {tab.icon}
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content
          key={tab.value}
          value={tab.value}
          className="min-h-0 flex-1 pt-4 outline-none"
        >
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  )
}
