import type { ReactNode } from 'react'
import { cn } from './cn.ts'

/** What a page says when it has nothing yet: what will be here, and the first thing to do. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
  size = 'page',
  className,
}: {
  icon?: ReactNode
  title: string
  children?: ReactNode
  actions?: ReactNode
  size?: 'page' | 'panel'
  className?: string
}) {
  return (
    <div
      className={cn(
        'mx-auto flex max-w-md flex-col items-center text-center',
        size === 'page' ? 'px-4 py-16' : 'px-4 py-8',
        className,
      )}
    >
      {icon && (
        <div
          className={cn(
            'mb-4 flex items-center justify-center rounded-panel bg-primary-soft text-on-primary-soft',
            size === 'page' ? 'size-16 [&_svg]:size-7' : 'size-11 [&_svg]:size-5',
          )}
          aria-hidden
        >
          {icon}
        </div>
      )}
      <h2 className={cn('font-semibold text-ink', size === 'page' ? 'text-lg' : 'text-sm')}>
        {title}
      </h2>
      {children && <div className="mt-1.5 text-sm leading-relaxed text-ink-muted">{children}</div>}
      {actions && <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  )
}
