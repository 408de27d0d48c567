import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { cn } from './cn.ts'

const WIDTHS = { narrow: 'max-w-md', wide: 'max-w-xl' } as const

/** Where a searchable list of things to do stands: over the page, near its top. */
export function CommandDialog({
  title,
  width = 'wide',
  onClose,
  onCloseFocus,
  children,
}: {
  title: string
  /** How long the lines of the list may become. */
  width?: keyof typeof WIDTHS
  onClose: () => void
  /** Puts the focus where it belongs afterwards; absent: back to where it was. */
  onCloseFocus?: (() => void) | undefined
  children: ReactNode
}) {
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 flex animate-fade-in bg-overlay p-3 sm:p-[12vh]">
          <Radix.Content
            aria-describedby={undefined}
            className={cn(
              'mx-auto mt-0 h-fit w-full animate-pop-in overflow-hidden rounded-panel border border-line bg-surface shadow-dialog',
              WIDTHS[width],
            )}
            {...(onCloseFocus && {
              onCloseAutoFocus: (event: Event) => {
                event.preventDefault()
                onCloseFocus()
              },
            })}
          >
            <Radix.Title className="sr-only">{title}</Radix.Title>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
