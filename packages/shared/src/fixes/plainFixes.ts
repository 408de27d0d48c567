import type { Draft, JsonObject } from '../draft/draft.ts'
import type { DraftEdit } from '../draft/edit.ts'
import { isJsonObject } from '../json.ts'
import type { ProblemCode } from '../lint/finding.ts'
import { definitionOf, isNodeType } from '../nodes/index.ts'
import { shapeData } from '../nodes/shapeData.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { changeDataAt, dataAt, setData } from './nodeData.ts'

/** What each plain fix does, in English. */
export const plainFixTexts = {
  removeEdge: 'Remove the connection',
  mergeStart: 'Move its triggers to the first start',
  noRetries: 'Try only once',
  swapRange: 'Swap the two',
  putRight: 'Put the form right',
  simplifyPattern: 'Take the outer repetition away',
} as const

/** The way out of a problem where there is one only, and no contact is told or asked anything else than before. */
export interface PlainFix {
  readonly name: keyof typeof plainFixTexts
  readonly edit: DraftEdit
}

/**
 * The plain fix of a problem; null where the author has to say what is meant, or when the problem is gone meanwhile. Pure.
 */
export const plainFixOf = (problem: FlowProblem, draft: Draft): PlainFix | null =>
  FIXES[problem.code]?.(problem, draft) ?? null

type FindFix = (problem: FlowProblem, draft: Draft) => PlainFix | null

const removeEdge: FindFix = ({ edgeId }, { edges }) =>
  // Of several connections with one id it could not be said which.
  edgeId !== undefined && edges.filter(({ id }) => id === edgeId).length === 1
    ? { name: 'removeEdge', edit: { removeEdges: [edgeId] } }
    : null

const mergeStart: FindFix = ({ nodeId }, draft) => {
  const [first, ...others] = draft.nodes.filter(({ type }) => type === 'start')
  const extra = others.find(({ id }) => id === nodeId)
  if (!first || !extra || first.id === extra.id) return null
  const triggers = [first, extra].flatMap(({ data }) => data['triggers'] ?? [])
  const edit = {
    ...setData(draft, first.id, { ...first.data, triggers }),
    removeNodes: [extra.id],
    removeEdges: draft.edges.filter(({ source }) => source === extra.id).map(({ id }) => id),
  }
  return { name: 'mergeStart', edit }
}

const noRetries: FindFix = ({ nodeId, field = [] }, draft) =>
  nodeId === undefined ? null : { name: 'noRetries', edit: changeDataAt(draft, nodeId, field, 0) }

const swapRange: FindFix = ({ nodeId, field = [] }, draft) => {
  if (nodeId === undefined) return null
  for (const [low, high] of [
    ['min', 'max'],
    ['minLength', 'maxLength'],
  ] as const) {
    const range = dataAt(draft, nodeId, field)
    const least = dataAt(draft, nodeId, [...field, low])
    const most = dataAt(draft, nodeId, [...field, high])
    if (least === undefined || most === undefined || !isJsonObject(range)) continue
    const swapped = { ...range, [low]: most, [high]: least }
    return { name: 'swapRange', edit: changeDataAt(draft, nodeId, field, swapped) }
  }
  return null
}

/** Fields that do not belong there go, and those that are missing get their defaults; where that is all it takes. */
const putRight: FindFix = ({ nodeId }, draft) => {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  if (!node || !isNodeType(node.type)) return null
  const data = shapeData(node.type, node.data)
  if (!definitionOf(node.type).data.safeParse(data).success) return null
  // What shapeData builds is plain JSON.
  return { name: 'putRight', edit: setData(draft, node.id, data as unknown as JsonObject) }
}

/** A repetition of a repetition without the outer one finds the same. */
const simplifyPattern: FindFix = ({ nodeId, field, params }, draft) => {
  if (nodeId === undefined || field === undefined) return null
  const pattern = dataAt(draft, nodeId, field)
  const part = String(params['part'])
  if (typeof pattern !== 'string' || !/^\(.*[+*]\)[+*]$/u.test(part)) return null
  const simpler = pattern.replace(part, () => part.slice(0, -1))
  return { name: 'simplifyPattern', edit: changeDataAt(draft, nodeId, field, simpler) }
}

const FIXES: Partial<Readonly<Record<ProblemCode, FindFix>>> = {
  invalidField: putRight,
  severalStarts: mergeStart,
  unknownSource: removeEdge,
  unknownTarget: removeEdge,
  noInput: removeEdge,
  unknownHandle: removeEdge,
  secondEdge: removeEdge,
  explosiveRegex: simplifyPattern,
  emptyRange: swapRange,
  retriesIgnored: noRetries,
}
