import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { MENU, type MenuItem, MenuLines } from './menuItems.tsx'

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
          <MenuLines items={items} parts={PARTS} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

// One by one: the whole of Radix's menu would bring submenus and more along.
const PARTS = {
  Item: Radix.Item,
  CheckboxItem: Radix.CheckboxItem,
  Label: Radix.Label,
  Separator: Radix.Separator,
}
