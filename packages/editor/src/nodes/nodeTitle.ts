import { isBlank, isNodeType } from '@parley/shared'
import type { DraftNode } from '@parley/shared/draft'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { FlowStore } from '../document/flowStore.ts'
import { t } from '../i18n/t.ts'

/** What a node is called: by its author, or by its type. */
export const nodeTitle = ({ name, type }: Pick<DraftNode, 'name' | 'type'>): string =>
  (name !== undefined && !isBlank(name) && name) ||
  (isNodeType(type) ? t(`nodes.types.${type}.title`) : t('nodes.unknown'))

/** The flow that cards and forms stand in. */
export const FlowStoreContext = createContext<FlowStore | null>(null)

/** The title of another node; null when there is none with this id. */
export function useNodeTitle(nodeId: string): string | null {
  const store = useContext(FlowStoreContext)
  return useSyncExternalStore(store?.subscribe ?? NEVER, () => {
    const node = store?.getState().nodesById.get(nodeId)
    return node ? nodeTitle(node) : null
  })
}

const NEVER = () => () => undefined
