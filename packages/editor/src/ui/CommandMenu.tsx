import { Command } from 'cmdk'
import { Search } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { cn } from './cn.ts'
import { Kbd } from './Kbd.tsx'
import { searchCommands } from './searchCommands.ts'

export interface CommandItem {
  id: string
  label: string
  /** Further words that find it. */
  keywords?: readonly string[]
  icon?: ReactNode
  /** Small words at the end of the line. */
  detail?: ReactNode
  shortcut?: string | undefined
  onSelect: () => void
}
export interface CommandGroup {
  id: string
  heading?: string
  items: readonly CommandItem[]
  /** True: shown only while nothing is typed. */
  whenIdle?: boolean
}

/** A searchable list of things to do or pick: arrows move, Enter takes. Put it in a Dialog. */
export function CommandMenu({
  groups,
  placeholder,
  label,
  empty,
  className,
}: {
  groups: readonly CommandGroup[]
  placeholder: string
  label: string
  /** What to say when nothing matches. */
  empty: ReactNode
  className?: string
}) {
  const [typed, setTyped] = useState('')
  const found = useMemo(() => searchCommands(groups, typed), [groups, typed])
  return (
    <Command
      label={label}
      loop
      // A flow has thousands of entries: only those that fit are drawn.
      shouldFilter={false}
      className={cn('flex min-h-0 flex-col', className)}
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search className="size-4 shrink-0 text-ink-faint" aria-hidden />
        <Command.Input
          ref={takeFocus}
          placeholder={placeholder}
          onValueChange={setTyped}
          className="h-12 min-w-0 flex-1 bg-transparent text-base text-ink outline-none md:text-sm"
        />
      </div>
      <Command.List className="max-h-[min(24rem,60dvh)] overflow-y-auto p-1.5">
        <Command.Empty className="px-4 py-8 text-center text-sm text-ink-muted">
          {empty}
        </Command.Empty>
        {found.map((group) => (
          <Command.Group
            key={group.id}
            heading={group.heading}
            className="[&_[cmdk-group-heading]]:px-2.5 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-faint"
          >
            {group.items.map((item) => (
              <Command.Item
                key={item.id}
                value={`${group.id} ${item.id}`}
                onSelect={item.onSelect}
                className="flex cursor-default items-center gap-2.5 rounded-md px-2.5 py-2 text-sm text-ink select-none data-[selected=true]:bg-hover pointer-coarse:py-2.5 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint"
              >
                {item.icon}
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {item.label}
                </span>
                {item.detail && (
                  <span className="max-w-[45%] truncate text-xs text-ink-faint" dir="auto">
                    {item.detail}
                  </span>
                )}
                {item.shortcut && <Kbd keys={item.shortcut} className="text-ink-faint" />}
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command>
  )
}

/** A search list exists to be typed into; focus traps leave the focus alone when it is inside already. */
const takeFocus = (input: HTMLInputElement | null) => input?.focus()
