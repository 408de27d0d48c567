import type { ReactNode } from 'react'

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
export const MENU_ITEM =
  'flex cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 text-sm outline-none select-none ' +
  'data-[disabled]:opacity-50 data-[highlighted]:bg-hover pointer-coarse:py-2.5 ' +
  '[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint'
export const MENU_DANGER =
  'text-danger data-[highlighted]:bg-danger-soft data-[highlighted]:text-on-danger-soft [&_svg]:text-current'
export const MENU_SEPARATOR = 'my-1 h-px bg-line'
export const MENU_HEADING = 'px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint'
