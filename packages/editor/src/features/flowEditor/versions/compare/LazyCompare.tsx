import { t } from '../../../../i18n/t.ts'
import { toast } from '../../../../ui/toast.ts'
import { useDownload } from '../../../../ui/useDownload.ts'
import type { CompareScreenProps } from './CompareScreen.tsx'

const load = () => import('./CompareScreen.tsx')

/** The comparison as a download of its own: few people open it, and the library of differences comes with it. */
export function LazyCompare(props: CompareScreenProps) {
  const part = useDownload(load, () => {
    toast({ title: t('errors.noConnection'), tone: 'danger' })
    props.onClose()
  })
  return part && <part.CompareScreen {...props} />
}
