import type { FlowTest } from '@parley/shared'
import { createStore } from 'zustand/vanilla'
import type { Point } from './box.ts'
import type { HandleRef } from './geometry.ts'

/** What stands at the end of the screen beside the canvas. */
export type Dock =
  | 'simulator'
  | 'problems'
  | 'tests'
  | 'versions'
  | 'settings'
  | 'variables'
  | 'translations'

/** Where a node that is being chosen from the quick list will go. */
export interface QuickInsert {
  /** Canvas coordinates of its upper left corner. */
  readonly at: Point | null
  readonly from: HandleRef | null
  readonly edgeId: string | null
}

/** The way out that the searchable list of nodes is to lead somewhere; handle null: it has to be chosen first. */
export interface NodeMenu {
  readonly nodeId: string
  readonly handle: string | null
}

/** A field of a node's form, and a stretch of the text in it. */
export interface FieldPlace {
  readonly nodeId: string
  readonly path: readonly (string | number)[]
  readonly text?: string
  readonly start?: number
  readonly end?: number
}

/** What is open around the canvas. */
export interface PanelState {
  readonly dock: Dock | null
  /** Node whose form is open, over the canvas. */
  readonly openNodeId: string | null
  readonly quickInsert: QuickInsert | null
  readonly nodeMenu: NodeMenu | null
  readonly hasShortcuts: boolean
  /** The list of everything that can be done and gone to. */
  readonly hasCommands: boolean
  /** The bar that searches the texts of the flow. */
  readonly isFinding: boolean
  /** Counts the wishes to search, so that the bar takes the focus again when it is there already. */
  readonly findWanted: number
  readonly isPublishing: boolean
  /** The variable that is being given another name. */
  readonly renaming: string | null
  /** The field that somebody wants to go to; null once they are there. */
  readonly fieldWanted: FieldPlace | null
  /** Where the simulator shall begin next; null once it has. */
  readonly tryFromNodeId: string | null
  /** The test that the simulator shall play next; null once it does. */
  readonly testToPlay: FlowTest | null
  /** Counts the wishes to go into the form of the open node. */
  readonly formWanted: number
  /** Made in this session and not left yet: what is missing in them is no news. */
  readonly freshNodeIds: ReadonlySet<string>
}

/** Nothing is open yet. */
export const createPanels = () =>
  createStore<PanelState>(() => ({
    dock: null,
    openNodeId: null,
    quickInsert: null,
    nodeMenu: null,
    hasShortcuts: false,
    hasCommands: false,
    isFinding: false,
    findWanted: 0,
    isPublishing: false,
    renaming: null,
    fieldWanted: null,
    tryFromNodeId: null,
    testToPlay: null,
    formWanted: 0,
    freshNodeIds: new Set(),
  }))
