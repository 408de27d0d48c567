import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import { lastInput } from './lastInput.ts'

export type TooltipSide = 'top' | 'right' | 'bottom' | 'left'

/** Once around the app: tooltips open after a short rest of the pointer, and at once when moving on to the next. */
export const TooltipProvider = ({ children }: { children: ReactNode }) => (
  <Radix.Provider delayDuration={350} skipDelayDuration={200}>
    {children}
  </Radix.Provider>
)

/** Words beside a control on hover and focus. The child must take a ref and pass props on. Brings its own provider. */
export function Tooltip({
  content,
  shortcut,
  side = 'top',
  children,
}: {
  content: ReactNode
  shortcut?: string
  side?: TooltipSide
  children: ReactNode
}) {
  return (
    <TooltipProvider>
      <Radix.Root>
        <Radix.Trigger
          asChild
          // A button that gets the focus back when its menu closes has not been asked about.
          onFocus={(event) => {
            if (lastInput() === 'pointer' || !event.currentTarget.matches(':focus-visible'))
              event.preventDefault()
          }}
        >
          {children}
        </Radix.Trigger>
        <Radix.Portal>
          <Radix.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-[80] flex max-w-72 animate-fade-in items-center gap-2 rounded-control bg-ink px-2.5 py-1.5 text-xs text-canvas shadow-pop"
          >
            {content}
            {shortcut && <Kbd keys={shortcut} />}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </TooltipProvider>
  )
}
