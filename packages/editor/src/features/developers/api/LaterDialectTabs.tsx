import { type ComponentProps, type ComponentType, useEffect, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { LoadError } from '../../../ui/LoadError.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import type { DialectTabs } from './DialectTabs.tsx'

type Props = ComponentProps<typeof DialectTabs>

/** By then what is above stands, which is what people come for. */
const FETCH_AFTER_MS = 2_000

/** The examples in the words of other products, as a download that the rest of the page does not wait for. */
export function LaterDialectTabs(props: Props) {
  const [Tabs, setTabs] = useState<ComponentType<Props> | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const load = async () => {
    setError(null)
    try {
      const module = await import('./DialectTabs.tsx')
      setTabs(() => module.DialectTabs)
    } catch (cause) {
      setError(new Error(t('errors.noConnection'), { cause }))
    }
  }
  useEffect(() => {
    const timer = setTimeout(() => void load(), FETCH_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  if (Tabs) return <Tabs {...props} />
  if (error) return <LoadError size="panel" error={error} onRetry={() => void load()} />
  return <Skeleton className="h-72 rounded-card" />
}
