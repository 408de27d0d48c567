import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { OVERLAY } from '../../ui/Dialog.tsx'

/** The form of a node on a phone, from below. Brings its own title and way out. */
export function PhoneSheet({
  title,
  onClose,
  children,
}: {
  title: string
  onClose: () => void
  children: ReactNode
}) {
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY}>
          <Radix.Content
            aria-describedby={undefined}
            className="mt-auto flex max-h-[85dvh] w-full animate-rise-in flex-col overflow-hidden rounded-t-panel border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] shadow-dialog"
            onCloseAutoFocus={(event) => event.preventDefault()}
            onOpenAutoFocus={(event) => {
              // A field would call the keyboard up, which covers half of what was asked for.
              event.preventDefault()
              if (event.target instanceof HTMLElement) event.target.focus()
            }}
          >
            <Radix.Title className="sr-only">{title}</Radix.Title>
            {children}
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  )
}
