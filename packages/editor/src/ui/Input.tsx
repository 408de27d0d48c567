import { Search, X } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import { cn } from './cn.ts'
import { useFieldControl } from './fieldContext.ts'

/** Looks of everything that one types or chooses in. 16 px on phones, or they zoom in on focus. */
export const CONTROL =
  'w-full min-w-0 rounded-control border border-line-strong/70 bg-surface text-ink text-base md:text-sm ' +
  'transition-colors hover:border-line-strong focus-visible:outline-offset-0 ' +
  'aria-invalid:border-danger disabled:bg-sunken disabled:text-ink-faint disabled:cursor-not-allowed ' +
  '[&[readonly]]:bg-sunken'

/** The direction of what is in a field: its own, or that of the page while there is only the placeholder. */
export const directionOf = (value: unknown): 'auto' | undefined =>
  value === undefined || value === '' ? undefined : 'auto'

/** One line of text. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return (
    <input
      {...useFieldControl()}
      dir={directionOf(rest.value)}
      className={cn(CONTROL, 'h-9 px-3 pointer-coarse:h-11', className)}
      {...rest}
    />
  )
}

export interface SearchInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  value: string
  onValueChange: (value: string) => void
  /** Accessible name; also the placeholder when none is given. */
  label: string
  end?: ReactNode
}

/** A search box with a lens and a button that empties it. */
export function SearchInput({
  value,
  onValueChange,
  label,
  end,
  className,
  ...rest
}: SearchInputProps) {
  return (
    <div className={cn('relative', className)}>
      <Search
        className="pointer-events-none absolute start-3 top-1/2 size-4 -translate-y-1/2 text-ink-faint"
        aria-hidden
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        className="ps-9 pe-9 [&::-webkit-search-cancel-button]:hidden"
        {...rest}
      />
      <div className="absolute end-1 top-1/2 flex -translate-y-1/2 items-center">
        {value ? (
          <button
            type="button"
            aria-label={t('common.clearSearch')}
            className="rounded-md p-1.5 text-ink-faint hover:bg-hover hover:text-ink"
            onClick={() => onValueChange('')}
          >
            <X className="size-4" />
          </button>
        ) : (
          end
        )}
      </div>
    </div>
  )
}
