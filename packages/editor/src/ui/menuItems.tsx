import { Check } from 'lucide-react'
import type { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { Kbd } from './Kbd.tsx'

/** One line of a DropdownMenu or ContextMenu. */
export type MenuItem =
  | {
      type?: 'action'
      label: string
      icon?: ReactNode
      shortcut?: string | undefined
      onSelect: () => void
      isDanger?: boolean
      isDisabled?: boolean
      /** Small words under the label; why it is disabled, for example. */
      hint?: string
    }
  | {
      type: 'check'
      label: string
      icon?: ReactNode
      isChecked: boolean
      onSelect: () => void
    }
  | { type: 'separator' }
  | { type: 'heading'; label: string }

export const MENU =
  'z-[70] min-w-48 max-w-80 animate-pop-in overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-pop outline-none'

/** What Radix has for both kinds of menus, each with its own. */
type MenuParts = Pick<typeof DropdownMenu, 'Item' | 'CheckboxItem' | 'Label' | 'Separator'>

/** The lines of a menu, made of the parts of its kind. */
export const MenuLines = ({ items, parts }: { items: readonly MenuItem[]; parts: MenuParts }) =>
  items.map((item, index) => (
    // A menu's lines never move, and separators have no other name.
    <MenuLine key={index} item={item} parts={parts} />
  ))

function MenuLine({ item, parts }: { item: MenuItem; parts: MenuParts }) {
  switch (item.type) {
    case 'separator':
      return <parts.Separator className={MENU_SEPARATOR} />
    case 'heading':
      return <parts.Label className={MENU_HEADING}>{item.label}</parts.Label>
    case 'check':
      return (
        <parts.CheckboxItem checked={item.isChecked} onSelect={item.onSelect} className={MENU_ITEM}>
          {item.icon}
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {item.label}
          </span>
          {item.isChecked && <Check aria-hidden />}
        </parts.CheckboxItem>
      )
    default:
      return (
        <parts.Item
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
        </parts.Item>
      )
  }
}

const MENU_ITEM =
  'flex cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none select-none ' +
  'data-[disabled]:opacity-50 data-[highlighted]:bg-hover pointer-coarse:py-2.5 ' +
  '[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint'
const MENU_DANGER =
  'text-danger data-[highlighted]:bg-danger-soft data-[highlighted]:text-on-danger-soft [&_svg]:text-current'
const MENU_SEPARATOR = 'my-1 h-px bg-line'
const MENU_HEADING = 'px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint'
