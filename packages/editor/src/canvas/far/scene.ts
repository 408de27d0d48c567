import type { CanvasState } from '../canvasStore.ts'
import type { LitState } from '../lit.ts'
import type { MarksState } from '../marks.ts'
import type { Line } from '../routes/line.ts'

/** Everything that is to be seen. */
export interface FarScene extends Pick<CanvasState, 'nodes' | 'edges'> {
  /** The course of a line at rest, as far as it is known. */
  readonly lineOf: (edgeId: string) => Line | null
  /** Counts the changes of those. */
  readonly routesVersion: number
  readonly lit: LitState
  readonly marks: MarksState
  /** The line that a dragged node would go onto. */
  readonly dropTarget: string | null
  /** Colours of the people who have nodes selected, by node. */
  readonly peerColours: ReadonlyMap<string, string>
}

/** The part of it that is in view, in pixels of the page. */
export interface FarView {
  readonly x: number
  readonly y: number
  readonly zoom: number
  readonly width: number
  readonly height: number
}
