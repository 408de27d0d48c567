import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../i18n/t.ts'
import { cn } from './cn.ts'
import { copyText } from './copyText.ts'
import { IconButton } from './IconButton.tsx'
import { toast } from './toast.ts'

const CONFIRM_MS = 2_000

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
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), CONFIRM_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => {
    try {
      await copyText(code)
      setCopied(true)
    } catch {
      toast({ title: t('common.copyFailed'), tone: 'danger' })
    }
  }
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
        <IconButton
          size="sm"
          label={isCopied ? t('common.copied') : t('common.copyThis', { name: label })}
          icon={isCopied ? <Check className="text-success" /> : <Copy />}
          onClick={() => void copy()}
        />
      </div>
      <output className="sr-only">{isCopied ? t('common.copied') : ''}</output>
    </div>
  )
}
