import { definitionOf, isNodeType, shapeData } from '@parley/shared'
import type { JsonObject } from '@parley/shared/draft'
import { withEdit } from '../../document/applyEdit.ts'
import { type PlainKey, t } from '../../i18n/t.ts'
import { addBehind, newNode, setData } from '../edits.ts'
import { freePlaceBehind } from '../places.ts'
import type { FindFixes, Fix } from './Fix.ts'
import { changeAt, removeAt, valueAt } from './nodeData.ts'

/** Sets what stands at the place of the problem, or at a part of it. */
const setTo =
  (label: PlainKey, value: string | number | boolean, part?: string): FindFixes =>
  ({ nodeId, field = [] }, { draft }) => {
    if (nodeId === undefined) return []
    const path = part === undefined ? field : [...field.slice(0, 2), part]
    return [{ label: t(label), edit: changeAt(draft, nodeId, path, value) }]
  }

export const interruptsAlways = setTo('problems.fixes.notInterrupt', false)
export const shortKeyword = setTo('problems.fixes.matchExactly', 'exact', 'match')
export const retriesIgnored = setTo('problems.fixes.noRetries', 0)

export const shadowedTrigger: FindFixes = (problem, scope) => {
  const above = Number(problem.params['priority']) + 1
  return setTo('problems.fixes.raisePriority', above, 'priority')(problem, scope)
}

export const bodyNotAllowed: FindFixes = ({ nodeId }, { draft }) =>
  nodeId === undefined
    ? []
    : [{ label: t('problems.fixes.usePost'), edit: changeAt(draft, nodeId, ['method'], 'POST') }]

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
          edit: removeAt(draft, nodeId, field.slice(0, -1)),
        },
      ]

export const emptyRange: FindFixes = ({ nodeId, field = [] }, { draft }) => {
  if (nodeId === undefined) return []
  for (const [low, high] of [
    ['min', 'max'],
    ['minLength', 'maxLength'],
  ] as const) {
    const least = valueAt(draft, nodeId, [...field, low])
    const most = valueAt(draft, nodeId, [...field, high])
    if (least === undefined || most === undefined) continue
    const swapped = withEdit(draft, changeAt(draft, nodeId, [...field, low], most))
    return [
      {
        label: t('problems.fixes.swapRange'),
        edit: changeAt(swapped, nodeId, [...field, high], least),
      },
    ]
  }
  return []
}

export const emptyBranch: FindFixes = ({ nodeId, field = [] }, { draft }) => {
  if (nodeId === undefined) return []
  const branches = valueAt(draft, nodeId, ['branches'])
  if (!Array.isArray(branches) || branches.length < 2) return []
  return [
    {
      label: t('problems.fixes.removeBranch'),
      edit: removeAt(draft, nodeId, field.slice(0, 2)),
    },
  ]
}

/** Words that a file cannot carry, as a message behind it. */
export const captionNotShown: FindFixes = ({ nodeId }, { draft, newId }) => {
  const caption = nodeId && valueAt(draft, nodeId, ['caption'])
  if (nodeId === undefined || typeof caption !== 'string') return []
  const emptied = changeAt(draft, nodeId, ['caption'], '')
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

/** A repetition of a repetition without the outer one finds the same. */
export const explosiveRegex: FindFixes = ({ nodeId, field, params }, { draft }) => {
  if (nodeId === undefined || field === undefined) return []
  const pattern = valueAt(draft, nodeId, field)
  const part = String(params['part'])
  if (typeof pattern !== 'string' || !/^\(.*[+*]\)[+*]$/u.test(part)) return []
  return [
    {
      label: t('problems.fixes.simplifyPattern'),
      edit: changeAt(draft, nodeId, field, pattern.replace(part, part.slice(0, -1))),
    },
  ]
}

/** Fields that do not belong there go, and those that are missing get their defaults; where that is all it takes. */
export const invalidField: FindFixes = ({ nodeId }, { draft }): readonly Fix[] => {
  const node = draft.nodes.find(({ id }) => id === nodeId)
  if (!node || !isNodeType(node.type)) return []
  const data = shapeData(node.type, node.data)
  if (!definitionOf(node.type).data.safeParse(data).success) return []
  // What shapeData builds is plain JSON.
  return [
    {
      label: t('problems.fixes.putRight'),
      edit: setData(draft, node.id, data as unknown as JsonObject),
    },
  ]
}
