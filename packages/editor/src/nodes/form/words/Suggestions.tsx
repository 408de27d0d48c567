import { t } from '../../../i18n/t.ts'
import { cn } from '../../../ui/cn.ts'
import type { Words } from './useWords.ts'

/** What can be put where the caret is, each with what it would show now. Stands below its field, which keeps the focus. */
export function Suggestions({ suggestions }: { suggestions: Words['suggestions'] }) {
  const { listId, kind, items, active, setActive, take } = suggestions
  return (
    <>
      <p role="status" className="sr-only">
        {items.length > 0 && t('words.found', { count: items.length })}
      </p>
      {items.length > 0 && (
        <ul
          id={listId}
          role="listbox"
          aria-label={t(kind === 'variable' ? 'words.variables' : 'words.filtersList')}
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-pop"
        >
          {items.map((item, index) => (
            <li
              key={item.name}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              ref={(element) => {
                if (index === active) element?.scrollIntoView?.({ block: 'nearest' })
              }}
              className={cn(
                'grid cursor-default grid-cols-[minmax(0,1fr)_auto] gap-x-3 rounded-md px-2 py-1.5',
                index === active && 'bg-hover',
              )}
              onPointerDown={(event) => {
                // The field keeps the focus.
                event.preventDefault()
                take(index)
              }}
              onPointerMove={() => index !== active && setActive(index)}
            >
              <span className="truncate font-mono text-[0.8125rem] text-ink" dir="ltr">
                {item.name}
                <span className="text-ink-faint">{item.given}</span>
              </span>
              {item.shown !== null && (
                <span
                  dir="auto"
                  className="max-w-40 justify-self-end truncate rounded bg-sunken px-1.5 text-xs leading-5 text-ink"
                >
                  {item.shown}
                </span>
              )}
              <span className="col-span-2 truncate text-xs text-ink-muted">{item.description}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
