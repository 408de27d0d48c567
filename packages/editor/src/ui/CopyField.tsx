import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../i18n/t.ts'
import { cn } from './cn.ts'
import { copyText } from './copyText.ts'
import { IconButton } from './IconButton.tsx'
import { toast } from './toast.ts'

const CONFIRM_MS = 2_000

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
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), CONFIRM_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => {
    try {
      await copyText(value)
      setCopied(true)
    } catch {
      // Denied, or the page is not served by https: the field is selected instead.
      toast({ title: t('common.copyFailed'), tone: 'danger' })
    }
  }
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
      <IconButton
        size="sm"
        label={isCopied ? t('common.copied') : t('common.copy')}
        icon={isCopied ? <Check className="text-success" /> : <Copy />}
        onClick={() => void copy()}
      />
      <output className="sr-only">{isCopied ? t('common.copied') : ''}</output>
    </div>
  )
}
