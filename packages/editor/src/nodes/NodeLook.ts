import type { NodeData, NodeType } from '@parley/shared'
import type { LucideIcon } from 'lucide-react'
import type { ComponentType } from 'react'
import type { FieldPath } from './form/NodeFormContext.ts'

export interface CardProps<Type extends NodeType> {
  readonly data: NodeData<Type>
}

export interface FormProps<Type extends NodeType> {
  readonly data: NodeData<Type>
  /** Puts fields in the place of those with the same names. */
  readonly change: (patch: Partial<NodeData<Type>>) => void
  /** For types whose data is one of several shapes: puts a whole new one in its place. */
  readonly replace: (data: NodeData<Type>) => void
}

/** How ways out are drawn on a card: as the buttons that the contact taps, or as quiet lines. */
export type RowLook = 'button' | 'line'

/** A text of a node that is written on its card, where it stands. */
export interface CardWords {
  /** Where it is in the node's data. */
  readonly path: FieldPath
  /** True when it may have several lines. */
  readonly isMultiline: boolean
  /** The way out whose line shows it. */
  readonly handleId?: string
}

/** How one type of node looks and is edited. Its words are `nodes.types.<type>`. */
export interface NodeLook<Type extends NodeType> {
  readonly icon: LucideIcon
  /** What stands below the title on the canvas. */
  readonly Card: ComponentType<CardProps<Type>>
  /** Height of the card's part for this data, in canvas units; 0: nothing. */
  readonly cardHeight: (data: NodeData<Type>) => number
  /** For what is no card: all of its size, in canvas units. */
  readonly sizeOf?: (data: NodeData<Type>) => { readonly width: number; readonly height: number }
  readonly rowLook?: RowLook
  /** The texts that can be written on the card; the first is the one that the node is about. */
  readonly words?: (data: NodeData<Type>) => readonly CardWords[]
  readonly Form: ComponentType<FormProps<Type>>
}

export const defineLook = <Type extends NodeType>(look: NodeLook<Type>): NodeLook<Type> => look
