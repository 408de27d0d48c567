/** How much of a card is drawn: everything, colour and title, or its colour alone. */
export type Detail = 'all' | 'title' | 'colour'

/** Below this zoom not even titles can be read: a card is all colour. */
const COLOUR_ZOOM = 0.14
/** Below this zoom a card is its colour and its title: words cannot be read, and many cards are in view at once. */
const TITLE_ZOOM = 0.42
/** Small flows keep the looks of their cards for longer; they can be told apart by them. */
const TITLE_ZOOM_OF_FEW = 0.26
const FEW_NODES = 60

export function detailAt(zoom: number, nodeCount: number): Detail {
  if (zoom < COLOUR_ZOOM) return 'colour'
  return zoom < (nodeCount > FEW_NODES ? TITLE_ZOOM : TITLE_ZOOM_OF_FEW) ? 'title' : 'all'
}

/**
 * True when the flow is drawn as one picture, because an element for each of so many nodes is more than a browser can
 * move sixty times a second.
 */
export const isPictureAt = (zoom: number, nodeCount: number): boolean =>
  nodeCount > FEW_NODES && detailAt(zoom, nodeCount) !== 'all'
