import type { ContentOf } from '@parley/shared'
import { Dialog } from 'radix-ui'
import { t } from '../i18n/t.ts'
import { DialogClose } from '../ui/Dialog.tsx'
import type { Tapped } from '../ui/message/Choice.tsx'
import { ListRows } from '../ui/message/RowViews.tsx'

/** The rows of a list, from the bottom of the phone as messengers show them. */
export const ListSheet = ({
  list,
  onTap,
  onClose,
}: {
  list: ContentOf<'list'>
  onTap: (tapped: Tapped) => void
  onClose: () => void
}) => (
  // Inside the phone, not over the page: the canvas stays in use.
  <Dialog.Root open modal={false} onOpenChange={onClose}>
    <div className="absolute inset-0 z-20 flex flex-col justify-end overflow-hidden">
      <div aria-hidden className="absolute inset-0 animate-fade-in bg-overlay" />
      <Dialog.Content
        aria-describedby={undefined}
        className="relative flex max-h-[80%] animate-rise-in flex-col rounded-t-panel bg-bubble-in text-sm text-bubble-ink shadow-dialog outline-none"
      >
        <div className="flex items-center gap-2 border-b border-bubble-ink/12 py-2 ps-4 pe-4">
          <Dialog.Title className="min-w-0 flex-1 truncate font-semibold" dir="auto">
            {list.buttonText || t('simulator.listTitle')}
          </Dialog.Title>
          <DialogClose />
        </div>
        <div className="min-h-0 overflow-y-auto pb-2">
          <ListRows content={list} onTap={onTap} />
        </div>
      </Dialog.Content>
    </div>
  </Dialog.Root>
)
