import '../../i18n/withFlowTexts.ts'
import type { ComponentProps } from 'react'
import { t } from '../../i18n/t.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { StarterGallery } from './StarterGallery.tsx'

/** What a new flow shall begin with. */
export const NewFlowDialog = ({
  onClose,
  ...gallery
}: { onClose: () => void } & ComponentProps<typeof StarterGallery>) => (
  <Dialog
    isOpen
    onOpenChange={onClose}
    size="xl"
    title={t('flows.gallery.title')}
    description={t('flows.gallery.help')}
  >
    <StarterGallery {...gallery} />
  </Dialog>
)
