import { t } from '../i18n/t.ts'
import { CopyButton } from './CopyButton.tsx'
import { cn } from './cn.ts'

/** A value to take along: a key, a link, a command. Selects itself on focus; one button copies it. */
export function CopyField({
  value,
  label,
  className,
}: {
  value: string
  label: string
  className?: string
}) {
  return (
    <div
      className={cn(
        'flex items-center gap-1 rounded-control border border-line-strong/70 bg-sunken p-0.5 ps-3',
        className,
      )}
    >
      <input
        readOnly
        dir="ltr"
        value={value}
        aria-label={label}
        onFocus={(event) => event.target.select()}
        className="min-w-0 flex-1 truncate bg-transparent font-mono text-[0.8125rem] text-ink outline-none"
      />
      <CopyButton text={value} label={t('common.copy')} />
    </div>
  )
}
