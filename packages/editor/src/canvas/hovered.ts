import { createStore } from 'zustand/vanilla'

/** What the pointer is on, for lighting up what belongs to it. */
export interface Hovered {
  readonly nodeId: string | null
  readonly edge: { readonly id: string; readonly source: string; readonly target: string } | null
}

const NOTHING: Hovered = { nodeId: null, edge: null }
export const createHovered = () => createStore<Hovered>(() => NOTHING)

/** True for the line that the pointer is on, and for the lines of the card that it is on. */
export const isLineHot = (
  { nodeId, edge }: Hovered,
  line: { readonly id: string; readonly source: string; readonly target: string },
): boolean =>
  edge?.id === line.id || (nodeId !== null && (nodeId === line.source || nodeId === line.target))

/** True for the cards at both ends of the line that the pointer is on. */
export const isCardHot = ({ edge }: Hovered, nodeId: string): boolean =>
  edge !== null && (edge.source === nodeId || edge.target === nodeId)
