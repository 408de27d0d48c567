import { t } from '../i18n/t.ts'
import { CopyButton } from './CopyButton.tsx'
import { cn } from './cn.ts'

/** Lines of code or JSON that can be taken along. Scrolls inside its own frame, by keyboard too. */
export function CodeBlock({
  code,
  label,
  className,
}: {
  code: string
  /** What it is: the accessible name, and part of the button's. */
  label: string
  className?: string
}) {
  return (
    <div className={cn('relative min-w-0 rounded-card border border-line bg-sunken', className)}>
      <pre
        // Something that scrolls must be reachable, or the keyboard cannot scroll it.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={label}
        dir="ltr"
        className="max-h-96 overflow-auto p-3 pe-12 font-mono text-[0.8125rem] leading-relaxed text-ink -outline-offset-2"
      >
        <code>{code}</code>
      </pre>
      <div className="absolute end-1.5 top-1.5 rounded-control bg-sunken">
        <CopyButton text={code} label={t('common.copyThis', { name: label })} />
      </div>
    </div>
  )
}
