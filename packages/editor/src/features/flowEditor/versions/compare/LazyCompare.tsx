import { type ComponentType, useEffect, useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { toast } from '../../../../ui/toast.ts'
import type { CompareScreenProps } from './CompareScreen.tsx'

/** The comparison as a download of its own: few people open it, and the library of differences comes with it. */
export function LazyCompare(props: CompareScreenProps) {
  const { onClose } = props
  const [Screen, setScreen] = useState<ComponentType<CompareScreenProps> | null>(null)
  useEffect(() => {
    let isWanted = true
    import('./CompareScreen.tsx').then(
      ({ CompareScreen }) => isWanted && setScreen(() => CompareScreen),
      () => {
        if (!isWanted) return
        toast({ title: t('errors.noConnection'), tone: 'danger' })
        onClose()
      },
    )
    return () => {
      isWanted = false
    }
  }, [onClose])
  return Screen && <Screen {...props} />
}
