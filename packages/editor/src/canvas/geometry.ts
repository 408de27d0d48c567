import {
  definitionOf,
  type Handle,
  isNodeType,
  type NodeData,
  type NodeType,
  shapeData,
} from '@parley/shared'
import type { DraftNode, JsonObject } from '@parley/shared/draft'
import {
  CARD_FOOT,
  CARD_WIDTH,
  HEADER_HEIGHT,
  NOTE_WIDTH,
  ROW_HEIGHT,
} from '../nodes/card/metrics.ts'
import { lookOf } from '../nodes/index.ts'

/** A way out of a card. */
export interface Outlet {
  readonly handle: Handle
  /** Centre of its dot, from the card's top. */
  readonly y: number
  /** True when it has a line of its own; false for the one in the header, which simply goes on. */
  readonly hasRow: boolean
}

/** Where an edge starts. */
export interface HandleRef {
  readonly nodeId: string
  readonly handle: string
}

/** Where everything on a card is; follows from the node's data alone. */
export interface CardGeometry {
  readonly width: number
  readonly height: number
  /** Height of the part that its type draws. */
  readonly bodyHeight: number
  /** Centre of the dot that edges arrive at, from the card's top; null when nothing leads here. */
  readonly inletY: number | null
  readonly outlets: readonly Outlet[]
}

/** A node of a known type with its data in shape. */
export interface ShapedNode {
  readonly type: NodeType
  readonly data: NodeData<NodeType>
  readonly geometry: CardGeometry
}

const shapedByData = new WeakMap<JsonObject, { type: string; shaped: ShapedNode | null }>()

/** Data in shape, handles and sizes of a node; null for types that are not known here. Computed once per data. */
export function shapedNode({ type, data }: Pick<DraftNode, 'type' | 'data'>): ShapedNode | null {
  const known = shapedByData.get(data)
  if (known?.type === type) return known.shaped
  const shaped = isNodeType(type) ? shape(type, data) : null
  shapedByData.set(data, { type, shaped })
  return shaped
}

/** Where everything on a node's card is. */
export const geometryOf = (node: Pick<DraftNode, 'type' | 'data'>): CardGeometry =>
  shapedNode(node)?.geometry ?? UNKNOWN

const MIDDLE = HEADER_HEIGHT / 2
const UNKNOWN: CardGeometry = {
  width: CARD_WIDTH,
  height: HEADER_HEIGHT,
  bodyHeight: 0,
  inletY: MIDDLE,
  outlets: [],
}
/** Space around the words of a note. */
export const NOTE_PADDING = 12

function shape(type: NodeType, raw: JsonObject): ShapedNode {
  const data = shapeData(type, raw)
  const definition = definitionOf(type)
  const look = lookOf(type)
  const bodyHeight = look.cardHeight(data)
  if (definition.group === 'canvas') {
    const size = look.sizeOf?.(data) ?? {
      width: NOTE_WIDTH,
      height: bodyHeight + 2 * NOTE_PADDING,
    }
    return {
      type,
      data,
      geometry: { ...size, bodyHeight, inletY: null, outlets: [] },
    }
  }
  const rowsTop = HEADER_HEIGHT + bodyHeight + (bodyHeight > 0 ? CARD_FOOT : 0)
  const handles = definition.handles(data)
  // The handle that simply goes on needs no words: its dot sits beside the title.
  const rows = handles.filter(({ id }) => id !== 'next')
  const outlets = handles.map((handle): Outlet => {
    const row = rows.indexOf(handle)
    return row === -1
      ? { handle, y: MIDDLE, hasRow: false }
      : { handle, y: rowsTop + row * ROW_HEIGHT + ROW_HEIGHT / 2, hasRow: true }
  })
  return {
    type,
    data,
    geometry: {
      width: CARD_WIDTH,
      height: rowsTop + rows.length * ROW_HEIGHT + (rows.length > 0 ? CARD_FOOT / 2 : 0),
      bodyHeight,
      inletY: definition.hasInput ? MIDDLE : null,
      outlets,
    },
  }
}
