import { ContextMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { MENU, type MenuItem, MenuLines } from './menuItems.tsx'

/** Opens a menu at the pointer, by right click or long press on the child. Offer the same things elsewhere, too. */
export function ContextMenu({
  items,
  onOpenChange,
  children,
}: {
  items: readonly MenuItem[]
  onOpenChange?: (isOpen: boolean) => void
  children: ReactNode
}) {
  return (
    <Radix.Root {...(onOpenChange && { onOpenChange })}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content collisionPadding={8} className={MENU}>
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
