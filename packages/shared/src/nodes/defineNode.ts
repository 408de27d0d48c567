import type { z } from 'zod'
import type { Content } from '../content.ts'
import type { Finding } from '../lint/finding.ts'
import type { VariableType } from '../variableTypes.ts'

/** One thing the linter says about a node, in the author's words. */
export interface NodeFinding extends Finding {
  /** Path of the field inside the node's data, for jumping to it. */
  readonly field?: readonly (string | number)[]
}

/** Where an edge may leave a node. */
export interface Handle {
  readonly id: string
  /** What it says beside the dot on the canvas. */
  readonly label: string
  /** An edge that is missing here is normal (true) or worth a warning (false). */
  readonly optional: boolean
  /** Left when something outside went wrong: an edge that is missing here leaves the contact without a word. */
  readonly isFailure?: true
}

/** A Liquid template inside a node's data, and where it is. */
export interface TemplateField {
  readonly path: readonly (string | number)[]
  readonly source: string
  /** `json`: not the text is the template, but each string in it, when it is JSON. */
  readonly strings?: 'json'
  /** True: contacts read it, so it can be translated into the flow's further languages. */
  readonly isSpoken?: true
}

/** A template whose words contacts read. */
export const spoken = (path: TemplateField['path'], source: string): TemplateField => ({
  path,
  source,
  isSpoken: true,
})

/** What the editor, the linter and the runtime need to know about one type of node. */
export interface NodeDefinition<Type extends string, Data extends z.ZodType> {
  readonly type: Type
  /** What it does, in a sentence or two: for the reference, not for the interface, which has words in each language. */
  readonly description: string
  /** Section of the palette. */
  readonly group: 'start' | 'messages' | 'questions' | 'logic' | 'actions' | 'canvas'
  /** Schema of what the node is configured with; drafts may hold data that does not pass it yet. */
  readonly data: Data
  /** What a node has when it is dropped on the canvas; passes `data`, apart from texts left for the author. */
  readonly defaults: () => z.input<Data>
  /** The handles an edge may leave from, given this node's data. */
  readonly handles: (data: z.infer<Data>) => readonly Handle[]
  /** False for nodes that nothing leads to: the start, and notes. */
  readonly hasInput: boolean
  /** Ids of the options that the contact is asked to choose from; absent: the node asks for no choice. */
  readonly options?: (data: z.infer<Data>) => readonly string[]
  /** True when a session can rest here until the contact, a timer or the outside answers. */
  readonly waits: (data: z.infer<Data>) => boolean
  /** Every text in `data` that is a Liquid template, with its path: for the linter, renaming and translation. */
  readonly templates: (data: z.infer<Data>) => readonly TemplateField[]
  /** Names of the variables that the node sets. */
  readonly assigns: (data: z.infer<Data>) => readonly string[]
  /** True when what it sets is the contact's answer, which people read even where the flow does not. */
  readonly keepsAnswers?: true
  /** What kind of value those variables get, as far as the data tells. */
  readonly assignedTypes?: (data: z.infer<Data>) => Readonly<Record<string, VariableType>>
  /** Names of the variables that the node reads outside of templates, as a condition does. */
  readonly reads?: (data: z.infer<Data>) => readonly string[]
  /** Nodes that it goes to without an edge. */
  readonly jumpsTo?: (data: z.infer<Data>) => readonly string[]
  /** Nodes that it keeps out of sight on the canvas. */
  readonly holds?: (data: z.infer<Data>) => readonly string[]
  /** What it would send, templates unrendered: for cards on the canvas and for the limits of channels. */
  readonly preview?: (data: z.infer<Data>) => readonly Content[]
  /** Where in the data a part of what `preview` shows comes from; absent: it is called the same there. */
  readonly fieldOf?: (part: readonly (string | number)[]) => readonly (string | number)[]
  /** Checks that a schema cannot say. */
  readonly lint?: (data: z.infer<Data>) => readonly NodeFinding[]
}

export const defineNode = <const Type extends string, Data extends z.ZodType>(
  definition: NodeDefinition<Type, Data>,
): NodeDefinition<Type, Data> => definition

/** The handle of a node that simply goes on. */
export const NEXT: Handle = { id: 'next', label: 'Next', optional: true }
