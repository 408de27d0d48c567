import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '../i18n/t.ts'
import { copyText } from './copyText.ts'
import { IconButton } from './IconButton.tsx'
import { toast } from './toast.ts'

const CONFIRM_MS = 2_000

/** Puts a text onto the clipboard, and says for a moment that it is there. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), CONFIRM_MS)
    return () => clearTimeout(timer)
  }, [isCopied])
  const copy = async () => {
    try {
      await copyText(text)
      setCopied(true)
    } catch {
      // Denied, or the page is not served by https: the person selects it instead.
      toast({ title: t('common.copyFailed'), tone: 'danger' })
    }
  }
  return (
    <>
      <IconButton
        size="sm"
        label={isCopied ? t('common.copied') : label}
        icon={isCopied ? <Check className="text-success" /> : <Copy />}
        onClick={() => void copy()}
      />
      <output className="sr-only">{isCopied ? t('common.copied') : ''}</output>
    </>
  )
}
