import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'
import { DialogFrame, OVERLAY } from './Dialog.tsx'

/** A panel at the end of the screen; from the bottom on phones. `start` is for navigation drawers. */
export function Sheet({
  isOpen,
  onOpenChange,
  title,
  description,
  side = 'end',
  footer,
  isFlush = false,
  className,
  children,
}: {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  title: string
  description?: string
  side?: 'start' | 'end'
  footer?: ReactNode
  isFlush?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={cn(OVERLAY, 'sm:p-0')}>
          <Radix.Content
            {...(!description && { 'aria-describedby': undefined })}
            className={cn(
              'flex flex-col border-line bg-surface shadow-dialog',
              side === 'end'
                ? 'mt-auto max-h-[88dvh] w-full animate-rise-in rounded-t-panel border-t sm:ms-auto sm:mt-0 sm:h-dvh sm:max-h-none sm:w-[26rem] sm:animate-sheet-in sm:rounded-none sm:border-s sm:border-t-0'
                : 'me-auto h-dvh w-[18rem] max-w-[85vw] animate-fade-in border-e',
              className,
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
