import { lazy, Suspense } from 'react'
import { Skeleton } from '../../ui/Skeleton.tsx'

// What it knows of node types brings their checks along; the page does not wait for them.
const FlowPreview = lazy(async () => ({
  default: (await import('./FlowPreview.tsx')).FlowPreview,
}))

/** {@link FlowPreview} as soon as it is there. */
export const LazyFlowPreview = (props: Parameters<typeof FlowPreview>[0]) => (
  <Suspense fallback={<Skeleton className="size-full" />}>
    <FlowPreview {...props} />
  </Suspense>
)
