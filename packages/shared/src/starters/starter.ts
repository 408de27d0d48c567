import type { z } from 'zod'
import type { flowSettings } from '../flow.ts'
import type { NodeDataInput, NodeType } from '../nodes/index.ts'

/** A node as a starter writes it: what has a default may be left out. */
export type StarterNode = {
  [Type in NodeType]: {
    readonly id: string
    readonly type: Type
    readonly name?: string
    readonly position: { readonly x: number; readonly y: number }
    readonly data: NodeDataInput<Type>
  }
}[NodeType]

export interface StarterDraft {
  readonly nodes: readonly StarterNode[]
  readonly edges: readonly {
    readonly id: string
    readonly source: string
    readonly sourceHandle: string
    readonly target: string
  }[]
  readonly settings?: z.input<typeof flowSettings>
}

const COLUMN_WIDTH = 380
const ROW_HEIGHT = 120

/** The place of a node on a coarse grid; cards are up to 300 wide and as high as they need. */
export const at = (column: number, row: number) => ({
  x: column * COLUMN_WIDTH,
  y: row * ROW_HEIGHT,
})

/** Lines written as "source.handle > target"; without a handle it is `next`. */
export const lines = (...paths: readonly string[]): StarterDraft['edges'] =>
  paths.map((path) => {
    const [from = '', target = ''] = path.split(' > ')
    const [source = '', sourceHandle = 'next'] = from.split('.')
    return { id: `${source}-${sourceHandle}`, source, sourceHandle, target }
  })
