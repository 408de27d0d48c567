import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { t } from '../i18n/t.ts'
import { cn } from './cn.ts'

export interface DialogProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  /** One sentence under the title. */
  description?: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
  size?: 'sm' | 'md' | 'lg' | 'xl'
  /** The body sets its own padding. */
  isFlush?: boolean
  children?: ReactNode
}

/** Asks for something and keeps the rest waiting. Focus goes in, stays in, and comes back; Escape closes. */
export function Dialog({
  isOpen,
  onOpenChange,
  title,
  description,
  footer,
  size = 'md',
  isFlush = false,
  children,
}: DialogProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY}>
          <Radix.Content
            {...(!description && { 'aria-describedby': undefined })}
            className={cn(
              'relative mt-auto flex max-h-[92dvh] w-full animate-rise-in flex-col rounded-t-panel border border-line bg-surface shadow-dialog',
              'sm:m-auto sm:max-h-[86dvh] sm:animate-pop-in sm:rounded-panel',
              SIZES[size],
            )}
          >
            <DialogFrame title={title} description={description} footer={footer} isFlush={isFlush}>
              {children}
            </DialogFrame>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}

export const OVERLAY = 'fixed inset-0 z-50 flex animate-fade-in bg-overlay sm:p-6'

/** What is in a Dialog or Sheet: title, body and buttons, one below the other. */
export const DialogFrame = ({
  title,
  description,
  footer,
  isFlush,
  children,
}: Pick<DialogProps, 'title' | 'description' | 'footer' | 'isFlush' | 'children'>) => (
  <>
    <div className="flex items-start gap-4 border-b border-line px-5 pt-4 pb-3.5">
      <div className="min-w-0 flex-1">
        <Radix.Title className="text-base font-semibold text-ink">{title}</Radix.Title>
        {description && (
          <Radix.Description className="mt-1 text-sm text-ink-muted">
            {description}
          </Radix.Description>
        )}
      </div>
      <DialogClose />
    </div>
    <div className={cn('min-h-0 flex-1 overflow-y-auto', !isFlush && 'px-5 py-4')}>{children}</div>
    {footer && (
      <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3.5 pb-[max(0.875rem,env(safe-area-inset-bottom))]">
        {footer}
      </div>
    )}
  </>
)

/** The cross in the corner of a Dialog or Sheet. */
export const DialogClose = () => (
  <Radix.Close
    aria-label={t('common.close')}
    className="-me-2 -mt-1 inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-faint hover:bg-hover hover:text-ink"
  >
    <X className="size-[1.125rem]" aria-hidden />
  </Radix.Close>
)

const SIZES = {
  sm: 'sm:max-w-md',
  md: 'sm:max-w-lg',
  lg: 'sm:max-w-2xl',
  xl: 'sm:max-w-5xl',
} as const
