import type { ReactNode } from 'react'
import { cn } from './cn.ts'

export interface Column<Row> {
  id: string
  header: string
  /** The header is for screen readers only: a column of menus, for example. */
  isHeaderHidden?: boolean
  cell: (row: Row) => ReactNode
  align?: 'start' | 'end'
  className?: string
}

/** Rows of things. Scrolls sideways inside its own frame when the screen is too narrow. */
export function Table<Row>({
  label,
  columns,
  rows,
  rowKey,
  onRowClick,
  className,
}: {
  label: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  /** A convenience for the mouse; the same must be reachable by a link or button in the row. */
  onRowClick?: (row: Row) => void
  className?: string
}) {
  return (
    <div
      className={cn(
        'overflow-x-auto rounded-card border border-line bg-surface shadow-card',
        className,
      )}
    >
      <table className="w-full border-collapse text-start text-sm" aria-label={label}>
        <thead>
          <tr className="border-b border-line bg-sunken/60">
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cn(
                  'px-4 py-2.5 text-xs font-medium whitespace-nowrap text-ink-muted',
                  column.align === 'end' ? 'text-end' : 'text-start',
                  column.className,
                )}
              >
                <span className={cn(column.isHeaderHidden && 'sr-only')}>{column.header}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              onClick={onRowClick && (() => onRowClick(row))}
              className={cn(
                'border-b border-line last:border-b-0',
                onRowClick && 'cursor-pointer transition-colors hover:bg-hover/60',
              )}
            >
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={cn(
                    'px-4 py-2.5 align-middle',
                    column.align === 'end' && 'text-end',
                    column.className,
                  )}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
