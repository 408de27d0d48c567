import { changeDataAt, dataAt, removeDataAt, setData, shapeData } from '@parley/shared'
import type { JsonObject } from '@parley/shared/draft'
import { type PlainKey, t } from '../../i18n/t.ts'
import { addBehind, newNode } from '../edits.ts'
import { freePlaceBehind } from '../places.ts'
import type { FindFixes } from './Fix.ts'

/** Sets what stands at the place of the problem, or at a part of it. */
const setTo =
  (label: PlainKey, value: string | number | boolean, part?: string): FindFixes =>
  ({ nodeId, field = [] }, { draft }) => {
    if (nodeId === undefined) return []
    const path = part === undefined ? field : [...field.slice(0, 2), part]
    return [{ label: t(label), edit: changeDataAt(draft, nodeId, path, value) }]
  }

export const interruptsAlways = setTo('problems.fixes.notInterrupt', false)
export const shortKeyword = setTo('problems.fixes.matchExactly', 'exact', 'match')

export const shadowedTrigger: FindFixes = (problem, scope) => {
  const above = Number(problem.params['priority']) + 1
  return setTo('problems.fixes.raisePriority', above, 'priority')(problem, scope)
}

export const bodyNotAllowed: FindFixes = ({ nodeId }, { draft }) =>
  nodeId === undefined
    ? []
    : [
        {
          label: t('problems.fixes.usePost'),
          edit: changeDataAt(draft, nodeId, ['method'], 'POST'),
        },
      ]

export const noTrigger: FindFixes = ({ nodeId }, { draft, newId }) => {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  if (!node) return []
  const triggers = [{ type: 'anyMessage', id: newId() }]
  const data = shapeData('start', { ...node.data, triggers })
  return [
    {
      label: t('problems.fixes.answerAnything'),
      // What shapeData builds is plain JSON.
      edit: setData(draft, node.id, data as unknown as JsonObject),
    },
  ]
}

export const lateReminder: FindFixes = ({ nodeId, field = [] }, { draft }) =>
  nodeId === undefined
    ? []
    : [
        {
          label: t('problems.fixes.removeReminder'),
          edit: removeDataAt(draft, nodeId, field.slice(0, -1)),
        },
      ]

export const emptyBranch: FindFixes = ({ nodeId, field = [] }, { draft }) => {
  if (nodeId === undefined) return []
  const branches = dataAt(draft, nodeId, ['branches'])
  if (!Array.isArray(branches) || branches.length < 2) return []
  return [
    {
      label: t('problems.fixes.removeBranch'),
      edit: removeDataAt(draft, nodeId, field.slice(0, 2)),
    },
  ]
}

/** Words that a file cannot carry, as a message behind it. */
export const captionNotShown: FindFixes = ({ nodeId }, { draft, newId }) => {
  const caption = nodeId && dataAt(draft, nodeId, ['caption'])
  if (nodeId === undefined || typeof caption !== 'string') return []
  const emptied = changeDataAt(draft, nodeId, ['caption'], '')
  const from = { nodeId, handle: 'next' }
  const made = newNode(newId(), 'text', freePlaceBehind(draft, from))
  const added = addBehind(draft, from, { ...made, data: { text: caption } })
  return [
    {
      label: t('problems.fixes.captionAsText'),
      edit: { ...added, putNodes: [...(emptied.putNodes ?? []), ...(added.putNodes ?? [])] },
    },
  ]
}
