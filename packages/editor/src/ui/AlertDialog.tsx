import { AlertDialog as Radix } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { t } from '../i18n/t.ts'
import { Button } from './Button.tsx'
import { cn } from './cn.ts'
import { OVERLAY } from './Dialog.tsx'

/**
 * Asks before something that cannot be taken back (what can be is done at once, with an undo in a toast).
 * Stays open while `onConfirm` works, and when it fails.
 */
export function AlertDialog({
  isOpen,
  onOpenChange,
  title,
  children,
  confirmLabel,
  tone = 'danger',
  onConfirm,
}: {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** What will happen, in a sentence or two. */
  children: ReactNode
  /** The deed: "Delete number", not "OK". */
  confirmLabel: string
  tone?: 'danger' | 'primary'
  /** Resolves to close; rejects (after telling the person) to stay open. */
  onConfirm: () => void | Promise<unknown>
}) {
  const [isBusy, setBusy] = useState(false)
  const confirm = async () => {
    setBusy(true)
    try {
      await onConfirm()
      onOpenChange(false)
    } catch {
      // The caller has told the person; the question stays on screen for another try.
    } finally {
      setBusy(false)
    }
  }
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY}>
          <Radix.Content
            className={cn(
              'mt-auto w-full animate-rise-in rounded-t-panel border border-line bg-surface p-5 shadow-dialog',
              'sm:m-auto sm:max-w-md sm:animate-pop-in sm:rounded-panel',
            )}
          >
            <Radix.Title className="text-base font-semibold text-ink">{title}</Radix.Title>
            <Radix.Description asChild>
              <div className="mt-2 text-sm leading-relaxed text-ink-muted">{children}</div>
            </Radix.Description>
            <div className="mt-5 flex flex-wrap justify-end gap-2">
              <Radix.Cancel asChild>
                <Button>{t('common.cancel')}</Button>
              </Radix.Cancel>
              <Button variant={tone} isBusy={isBusy} onClick={() => void confirm()}>
                {confirmLabel}
              </Button>
            </div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
