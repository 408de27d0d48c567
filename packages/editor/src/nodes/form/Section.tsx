import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** A part of a form that can be folded away; open when it holds something. */
export const Section = ({
  title,
  isOpenAtFirst = false,
  children,
}: {
  title: string
  isOpenAtFirst?: boolean
  children: ReactNode
}) => (
  <details className="group border-t border-line pt-3" open={isOpenAtFirst}>
    <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-md text-[0.8125rem] font-medium text-ink-muted select-none hover:text-ink [&::-webkit-details-marker]:hidden">
      <ChevronRight
        className="size-4 transition-transform group-open:rotate-90 rtl:-scale-x-100 rtl:group-open:-rotate-90"
        aria-hidden
      />
      {title}
    </summary>
    <div className="flex flex-col gap-4 pt-3">{children}</div>
  </details>
)

/** A title over a few fields that always show. */
export const Part = ({
  title,
  help,
  children,
}: {
  title: string
  help?: ReactNode
  children: ReactNode
}) => (
  <section className="flex flex-col gap-2">
    <h3 className="text-[0.8125rem] font-medium text-ink">{title}</h3>
    {help && <p className="-mt-1 text-[0.8125rem] text-ink-muted">{help}</p>}
    {children}
  </section>
)
