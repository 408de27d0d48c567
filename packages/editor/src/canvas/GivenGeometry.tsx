import { useStore, useStoreApi } from '@xyflow/react'
import { type ReactNode, useLayoutEffect } from 'react'

const measureNothing = () => undefined

/**
 * Keeps React Flow from measuring: where cards and their handles are follows from the flow's data, and is known before
 * anything is drawn. So a card seen from far away needs no handles in the page, and mounting hundreds costs no layout.
 */
export function GivenGeometry({ children }: { children: ReactNode }) {
  const store = useStoreApi()
  const isSet = useStore(({ updateNodeInternals }) => updateNodeInternals === measureNothing)
  useLayoutEffect(() => store.setState({ updateNodeInternals: measureNothing }), [store])
  return isSet ? children : null
}
