import type { JsonValue } from '../json.ts'

/** A JSON object whose keys are not known here. */
export type JsonObject = { readonly [key: string]: JsonValue }

/** Of each coordinate of a node's place. Farther away nobody would find it, and a picture of the flow would show nothing. */
export const FARTHEST = 1_000_000

/** A node of a draft: its data may be unfinished, and its type may be one that this version does not know. */
export interface DraftNode {
  readonly id: string
  readonly type: string
  /** What the author calls it; absent: the title of its type. */
  readonly name?: string
  readonly position: { readonly x: number; readonly y: number }
  readonly data: JsonObject
  /** Its texts in the flow's further languages, by language and key. */
  readonly translations?: Translations
}

export type Translations = { readonly [language: string]: { readonly [key: string]: string } }

export interface DraftEdge {
  readonly id: string
  readonly source: string
  readonly sourceHandle: string
  readonly target: string
}

/** A flow while somebody works on it: the same shape as a published one, without its guarantees. */
export interface Draft {
  readonly nodes: readonly DraftNode[]
  readonly edges: readonly DraftEdge[]
  readonly variables: readonly JsonObject[]
  readonly settings: JsonObject
}
