import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { Toast as Radix } from 'radix-ui'
import { t } from '../i18n/t.ts'
import { cn } from './cn.ts'
import { dismissToast, useToasts } from './toast.ts'

/** Where toasts appear. Once in the app; F8 moves the focus to it. */
export function Toaster() {
  const toasts = useToasts((state) => state.toasts)
  return (
    <Radix.Provider swipeDirection="down" label={t('common.notification')}>
      {toasts.map((message) => (
        <Radix.Root
          key={message.id}
          duration={message.durationMs}
          type={message.tone === 'danger' ? 'foreground' : 'background'}
          onOpenChange={(isOpen) => {
            if (!isOpen) dismissToast(message.id, 'expired')
          }}
          className="flex animate-rise-in items-start gap-3 rounded-card bg-ink py-3 ps-4 pe-2 text-canvas shadow-dialog"
        >
          {message.tone !== 'neutral' && <ToneIcon tone={message.tone} />}
          <div className="min-w-0 flex-1">
            <Radix.Title className="text-sm font-medium">{message.title}</Radix.Title>
            {message.description && (
              <Radix.Description className="mt-0.5 text-[0.8125rem] opacity-80">
                {message.description}
              </Radix.Description>
            )}
          </div>
          {message.action && (
            <Radix.Action
              altText={message.action.label}
              onClick={() => {
                dismissToast(message.id, 'acted')
                message.action?.onClick()
              }}
              className="-my-1 rounded-md px-2.5 py-1.5 text-sm font-semibold underline-offset-4 hover:underline"
            >
              {message.action.label}
            </Radix.Action>
          )}
          <Radix.Close
            aria-label={t('common.dismiss')}
            className="-my-1 rounded-md p-2 opacity-70 hover:opacity-100"
          >
            <X className="size-4" aria-hidden />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed inset-x-3 bottom-[max(0.75rem,env(safe-area-inset-bottom))] z-[90] mx-auto flex max-w-md flex-col gap-2 outline-none" />
    </Radix.Provider>
  )
}

function ToneIcon({ tone }: { tone: 'success' | 'danger' }) {
  const Icon = tone === 'success' ? CircleCheck : CircleAlert
  return (
    <Icon
      className={cn(
        'mt-px size-[1.125rem] shrink-0',
        // The toast is in the other theme's colours, so the signal colours are, too.
        tone === 'success'
          ? 'text-[#6fcf97] dark:text-[#1c7046]'
          : 'text-[#ff8a80] dark:text-[#b3261e]',
      )}
      aria-hidden
    />
  )
}
