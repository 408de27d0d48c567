import { z } from 'zod'
import { buttons } from './buttons.ts'
import { condition } from './condition.ts'
import { ctaUrl } from './ctaUrl.ts'
import type { NodeDefinition } from './defineNode.ts'
import { delay } from './delay.ts'
import { end } from './end.ts'
import { nodeId, nodeName, position } from './fields.ts'
import { goTo } from './goTo.ts'
import { handover } from './handover.ts'
import { httpRequest } from './httpRequest.ts'
import { list } from './list.ts'
import { location } from './location.ts'
import { media } from './media.ts'
import { note } from './note.ts'
import { question } from './question.ts'
import { section } from './section.ts'
import { setVariable } from './setVariable.ts'
import { start } from './start.ts'
import { template } from './template.ts'
import { text } from './text.ts'
import { type NodeTranslations, nodeTranslations } from './translations.ts'

/** Every node type. Add a line, and the compiler names each registry that must learn it. */
export const nodeDefinitions = {
  start,
  text,
  media,
  buttons,
  list,
  ctaUrl,
  template,
  location,
  question,
  condition,
  setVariable,
  delay,
  goTo,
  httpRequest,
  handover,
  end,
  note,
  section,
} as const

type Definitions = typeof nodeDefinitions
export type NodeType = keyof Definitions
export type NodeData<Type extends NodeType> = z.infer<Definitions[Type]['data']>
/** A node's data as it may be written: what has a default may be left out. */
export type NodeDataInput<Type extends NodeType> = z.input<Definitions[Type]['data']>

/** A node as stored, and as React Flow draws it: the two shapes are the same on purpose. */
export type FlowNode<Type extends NodeType = NodeType> = {
  [T in Type]: {
    readonly id: string
    readonly type: T
    /** What the author calls it; absent: the title of its type. */
    readonly name?: string
    readonly position: { readonly x: number; readonly y: number }
    readonly data: NodeData<T>
    /** Its texts in the flow's further languages. */
    readonly translations?: NodeTranslations
  }
}[Type]

export const NODE_TYPES = Object.keys(nodeDefinitions) as readonly NodeType[] // keys of a const object are its type's keys

export const isNodeType = (type: string): type is NodeType => Object.hasOwn(nodeDefinitions, type)

/** What is known about a type, for code that treats all types alike. `data` must be that type's own, parsed. */
export function definitionOf(type: NodeType): NodeDefinition<NodeType, z.ZodType> {
  // The union of definitions is safe to call with data that the same definition parsed; the compiler cannot pair them.
  return nodeDefinitions[type] as unknown as NodeDefinition<NodeType, z.ZodType>
}

/** A node of any type, fully checked. What React Flow adds for itself (measured, selected, …) is dropped. */
export const flowNodeSchema: z.ZodType<FlowNode> = z.discriminatedUnion(
  'type',
  // Object.values loses the pairing of type and data that FlowNode keeps, hence the casts.
  Object.values(nodeDefinitions).map(({ type, data }) =>
    z.object({
      id: nodeId,
      type: z.literal(type),
      name: nodeName.optional(),
      position,
      data,
      translations: nodeTranslations.optional(),
    }),
  ) as never,
) as unknown as z.ZodType<FlowNode>
