import '../../i18n/withFlowTexts.ts'
import { Copy, Download, Pencil, Trash2 } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import type { MenuItem } from '../../ui/menuItems.tsx'

/** What can be done to a flow in the list. */
export const flowMenu = ({
  denied,
  onRename,
  onDuplicate,
  onExport,
  onDelete,
}: {
  /** Why it may not be changed. */
  denied: string | undefined
  onRename: () => void
  onDuplicate: () => void
  onExport: () => void
  onDelete: () => void
}): MenuItem[] => [
  {
    label: t('common.rename'),
    icon: <Pencil />,
    isDisabled: Boolean(denied),
    onSelect: onRename,
  },
  {
    label: t('common.duplicate'),
    icon: <Copy />,
    isDisabled: Boolean(denied),
    onSelect: onDuplicate,
  },
  {
    label: t('flows.export'),
    icon: <Download />,
    onSelect: onExport,
  },
  { type: 'separator' },
  {
    label: t('common.delete'),
    icon: <Trash2 />,
    isDanger: true,
    isDisabled: Boolean(denied),
    ...(denied && { hint: denied }),
    onSelect: onDelete,
  },
]
