import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { Kbd } from './Kbd.tsx'
import {
  MENU,
  MENU_DANGER,
  MENU_HEADING,
  MENU_ITEM,
  MENU_SEPARATOR,
  type MenuItem,
} from './menuItems.tsx'

/** Opens a menu from the child, which must be a button. */
export function DropdownMenu({
  items,
  align = 'end',
  children,
}: {
  items: readonly MenuItem[]
  align?: 'start' | 'center' | 'end'
  children: ReactNode
}) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={4} collisionPadding={8} className={MENU}>
          {items.map((item, index) => (
            // A menu's lines never move, and separators have no other name.
            <MenuLine key={index} item={item} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function MenuLine({ item }: { item: MenuItem }) {
  switch (item.type) {
    case 'separator':
      return <Radix.Separator className={MENU_SEPARATOR} />
    case 'heading':
      return <Radix.Label className={MENU_HEADING}>{item.label}</Radix.Label>
    case 'check':
      return (
        <Radix.CheckboxItem checked={item.isChecked} onSelect={item.onSelect} className={MENU_ITEM}>
          {item.icon}
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {item.label}
          </span>
          {item.isChecked && <Check aria-hidden />}
        </Radix.CheckboxItem>
      )
    default:
      return (
        <Radix.Item
          disabled={item.isDisabled ?? false}
          onSelect={item.onSelect}
          className={cn(MENU_ITEM, item.isDanger && MENU_DANGER)}
        >
          {item.icon}
          <span className="min-w-0 flex-1">
            {item.label}
            {item.hint && <span className="block text-xs text-ink-muted">{item.hint}</span>}
          </span>
          {item.shortcut && <Kbd keys={item.shortcut} className="text-ink-faint" />}
        </Radix.Item>
      )
  }
}
