import {
  draftFlowSchema,
  flowSettings,
  isNodeType,
  type JsonValue,
  shapeData,
} from '@parley/shared'
import type { Draft, DraftEdge, DraftEdit, DraftNode, JsonObject } from '@parley/shared/draft'
import { keepSame } from '../../../document/keepSame.ts'

/** What a draft has that a version has not, and the other way round. Places of nodes do not count. */
export interface DraftChanges {
  readonly added: readonly DraftNode[]
  readonly removed: readonly DraftNode[]
  /** As they are in the draft. */
  readonly changed: readonly DraftNode[]
  /** Connections that only one of the two has. */
  readonly edges: number
  readonly hasOtherSettings: boolean
}

export function compareDrafts(version: Draft, draft: Draft): DraftChanges {
  const before = new Map(version.nodes.map((node) => [node.id, node]))
  const now = new Set(draft.nodes.map(({ id }) => id))
  const changed = draft.nodes.filter((node) => {
    const old = before.get(node.id)
    return old && !isSameNode(old, node)
  })
  return {
    added: draft.nodes.filter(({ id }) => !before.has(id)),
    removed: version.nodes.filter(({ id }) => !now.has(id)),
    changed,
    edges: symmetricDifference(version.edges.map(edgeKey), draft.edges.map(edgeKey)),
    hasOtherSettings:
      !isSame(wholeSettings(version), wholeSettings(draft)) ||
      !isSame([...version.variables], [...draft.variables]),
  }
}

export const isUnchanged = (changes: DraftChanges): boolean =>
  changes.added.length + changes.removed.length + changes.changed.length + changes.edges === 0 &&
  !changes.hasOtherSettings

/**
 * The edit that makes the draft what `version` was. It names only what differs, so that it is one step of undo and leaves
 * what others do meanwhile alone.
 */
export function toRestore(version: Draft, draft: Draft): DraftEdit {
  const nodes = new Map(draft.nodes.map((node) => [node.id, node]))
  const edges = new Map(draft.edges.map((edge) => [edge.id, edge]))
  const kept = new Set([...version.nodes, ...version.edges].map(({ id }) => id))
  return {
    putNodes: version.nodes.filter((node) => !isSame(toJson(nodes.get(node.id)), toJson(node))),
    removeNodes: [...nodes.keys()].filter((id) => !kept.has(id)),
    putEdges: version.edges.filter((edge) => !isSame(toJson(edges.get(edge.id)), toJson(edge))),
    removeEdges: [...edges.keys()].filter((id) => !kept.has(id)),
    variables: version.variables,
    settings: version.settings,
  }
}

/** A published flow as a draft; null when this editor cannot read it. */
export function toDraft(flow: unknown): Draft | null {
  const parsed = draftFlowSchema.safeParse(flow)
  if (!parsed.success) return null
  const { nodes, edges, variables, settings } = parsed.data
  return {
    nodes: nodes.map(({ id, type, name, position, data, translations }) => ({
      id,
      type,
      ...(name !== undefined && name !== '' && { name }),
      position: { x: position.x, y: position.y },
      data,
      ...(translations && { translations }),
    })),
    edges: edges.map(({ id, source, sourceHandle, target }) => ({
      id,
      source,
      sourceHandle,
      target,
    })),
    variables,
    settings,
  }
}

const edgeKey = ({ source, sourceHandle, target }: DraftEdge): string =>
  [source, sourceHandle, target].join(' ')

function symmetricDifference(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)]
  return (
    [...left].filter((each) => !right.has(each)).length +
    [...right].filter((each) => !left.has(each)).length
  )
}

export function isSameNode(a: DraftNode, b: DraftNode): boolean {
  return (
    a.type === b.type &&
    (a.name ?? '') === (b.name ?? '') &&
    isSame(shaped(a), shaped(b)) &&
    isSame({ ...a.translations }, { ...b.translations })
  )
}

/** Data with its defaults filled in: versions have them, drafts need not. */
const shaped = ({ type, data }: DraftNode): JsonValue =>
  // What shapeData builds is plain JSON.
  isNodeType(type) ? (shapeData(type, data) as JsonValue) : data

export function wholeSettings({ settings }: Draft): JsonObject {
  const parsed = flowSettings.safeParse(settings)
  return parsed.success ? parsed.data : settings
}

// Nodes and edges are plain JSON; their types only have no index signature to say so.
const toJson = (item: DraftNode | DraftEdge | undefined) => item as unknown as JsonValue | undefined

/** True for equal values, whatever the order of their keys. */
export const isSame = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a !== undefined && b !== undefined && keepSame(a, b) === a
