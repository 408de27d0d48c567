import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { useNodeForm } from './NodeFormContext.ts'

export interface ListEditorProps<Item> {
  /** Accessible name of the list. */
  label: string
  items: readonly Item[]
  onChange: (items: readonly Item[]) => void
  /** The fields of one entry. */
  renderItem: (item: Item, index: number, change: (item: Item) => void) => ReactNode
  /** How buttons call an entry. */
  titleOf: (item: Item, index: number) => string
  keyOf: (item: Item, index: number) => string
  addLabel: string
  newItem: (items: readonly Item[]) => Item
  min?: number
  max?: number
  isOrdered?: boolean
}

/** Entries that can be added, removed and put in order. */
export function ListEditor<Item>({
  label,
  items,
  onChange,
  renderItem,
  titleOf,
  keyOf,
  addLabel,
  newItem,
  min = 0,
  max = Infinity,
  isOrdered = true,
}: ListEditorProps<Item>) {
  const { isReadOnly } = useNodeForm()
  const replace = (index: number, item: Item) =>
    onChange(items.map((each, at) => (at === index ? item : each)))
  const root = useRef<HTMLDivElement>(null)
  /** The entry that takes the focus once it is drawn: one that was added, or that took the place of one that is gone. */
  const focusAt = useRef<number | null>(null)
  useEffect(() => {
    if (focusAt.current === null) return
    const entries = root.current?.querySelectorAll(':scope > ul > li')
    const entry = entries?.[Math.min(focusAt.current, entries.length - 1)]
    focusAt.current = null
    const field = entry?.querySelector<HTMLElement>('input, textarea, [contenteditable=true]')
    ;(field ?? root.current?.querySelector<HTMLElement>(':scope > button'))?.focus()
  })
  const remove = (index: number) => {
    focusAt.current = index
    onChange(items.filter((_, at) => at !== index))
  }
  const add = () => {
    focusAt.current = items.length
    onChange([...items, newItem(items)])
  }
  const move = (index: number, to: number) => {
    const next = [...items]
    next.splice(to, 0, ...next.splice(index, 1))
    onChange(next)
  }
  return (
    <div ref={root} className="flex flex-col gap-2">
      <ul className="flex flex-col gap-2" aria-label={label}>
        {items.map((item, index) => {
          const title = titleOf(item, index) || t('nodes.form.untitled')
          return (
            <li
              key={keyOf(item, index)}
              className="group/item rounded-control border border-line bg-surface p-2"
            >
              <div className="flex items-start gap-1">
                <div className="flex min-w-0 flex-1 flex-col gap-2">
                  {renderItem(item, index, (next) => replace(index, next))}
                </div>
                {!isReadOnly && (
                  <div className="flex shrink-0 flex-col">
                    {isOrdered && index > 0 && (
                      <IconButton
                        size="sm"
                        label={t('nodes.form.moveUp', { title })}
                        icon={<ArrowUp />}
                        onClick={() => move(index, index - 1)}
                      />
                    )}
                    {isOrdered && index < items.length - 1 && (
                      <IconButton
                        size="sm"
                        label={t('nodes.form.moveDown', { title })}
                        icon={<ArrowDown />}
                        onClick={() => move(index, index + 1)}
                      />
                    )}
                    {items.length > min && (
                      <IconButton
                        size="sm"
                        variant="dangerGhost"
                        label={t('nodes.form.removeItem', { title })}
                        icon={<Trash2 />}
                        onClick={() => remove(index)}
                      />
                    )}
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {!isReadOnly && items.length < max && (
        <Button size="sm" variant="ghost" icon={<Plus />} className="self-start" onClick={add}>
          {addLabel}
        </Button>
      )}
    </div>
  )
}
