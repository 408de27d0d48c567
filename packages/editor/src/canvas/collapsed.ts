import type { DraftEdge } from '@parley/shared/draft'
import type { FlowStore } from '../document/flowStore.ts'
import { hiddenIn } from './sections.ts'

/** What collapsed sections hide on this canvas, where some may be open although the flow says that they are collapsed. */
export interface Collapsed {
  /** Looks again, after the flow or what is open has changed. */
  sync(): void
  /** The section that hides a node; undefined for what is to be seen. */
  hiderOf(nodeId: string): string | undefined
  /** True for a line between two nodes that the same section hides. */
  hidesBothEnds(edge: DraftEdge): boolean
  isOpenedHere(sectionId: string): boolean
  open(sectionId: string): void
  /** False when it was not opened here. */
  close(sectionId: string): boolean
  /**
   * Opens the sections that hide nodes which are asked for, and gives those nodes. What is asked for together with the
   * section that hides it is left out: then the section is meant as a whole.
   */
  openFor(nodeIds: readonly string[]): readonly string[]
}

export function createCollapsed(flow: FlowStore): Collapsed {
  let hidden: ReadonlyMap<string, string> = new Map()
  /** Opened here, because something in them was gone to. */
  let opened: ReadonlySet<string> = new Set()

  const sync = (): void => {
    hidden = hiddenIn(flow.getState().nodes, opened)
  }
  const open = (sectionId: string): void => {
    opened = new Set([...opened, sectionId])
  }
  return {
    sync,
    hiderOf: (nodeId) => hidden.get(nodeId),
    hidesBothEnds: ({ source, target }) =>
      hidden.has(source) && hidden.get(source) === hidden.get(target),
    isOpenedHere: (sectionId) => opened.has(sectionId),
    open,
    close(sectionId) {
      if (!opened.has(sectionId)) return false
      opened = new Set([...opened].filter((id) => id !== sectionId))
      return true
    },
    openFor(nodeIds) {
      const wanted = new Set(nodeIds)
      const isAsked = (id: string): boolean => {
        const section = hidden.get(id)
        return section === undefined || !wanted.has(section)
      }
      const shown = nodeIds.filter(isAsked)
      for (const id of shown) {
        for (let section = hidden.get(id); section !== undefined; section = hidden.get(id)) {
          open(section)
          sync()
        }
      }
      return shown
    },
  }
}
