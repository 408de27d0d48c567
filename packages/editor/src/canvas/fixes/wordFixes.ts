import {
  changeDataAt,
  cutText,
  dataAt,
  foldText,
  isJsonObject,
  type JsonValue,
  removeDataAt,
  renameInLiquid,
  splitText,
  type TextLimit,
  variableUses,
} from '@parley/shared'
import { type DraftEdit, withEdit } from '@parley/shared/draft'
import { t } from '../../i18n/t.ts'
import { addBehind, newNode, setVariables } from '../edits.ts'
import { freePlaceBehind } from '../places.ts'
import type { FindFixes, Fix, FixScope } from './Fix.ts'

export const overLimit: FindFixes = (problem, scope) => {
  const { nodeId, field, code, params } = problem
  if (nodeId === undefined || field === undefined) return []
  const text = dataAt(scope.draft, nodeId, field)
  if (typeof text !== 'string') return []
  const limit: TextLimit = {
    max: Number(params['max']),
    unit: code === 'overLimitBytes' ? 'bytes' : 'codePoints',
  }
  const split = splitFix(nodeId, field, { text, limit, scope })
  const shorten: Fix = {
    label: t('problems.fixes.shorten', { max: limit.max }),
    edit: changeDataAt(scope.draft, nodeId, field, cutText(text, limit)),
  }
  return split ? [split, shorten] : [shorten]
}

/** A long text as several messages, parted where a paragraph or sentence ends; only a text of its own can be. */
function splitFix(
  nodeId: string,
  field: readonly (string | number)[],
  { text, limit, scope }: { text: string; limit: TextLimit; scope: FixScope },
): Fix | null {
  const node = scope.draft.nodes.find(({ id }) => id === nodeId)
  if (node?.type !== 'text' || field.length !== 1) return null
  const [first = '', ...others] = splitText(text, limit)
  let edit: DraftEdit = changeDataAt(scope.draft, nodeId, field, first)
  let draft = withEdit(scope.draft, edit)
  let from = nodeId
  for (const words of others) {
    const handle = { nodeId: from, handle: 'next' }
    const made = newNode(scope.newId(), 'text', freePlaceBehind(draft, handle))
    const added = addBehind(draft, handle, { ...made, data: { text: words } })
    draft = withEdit(draft, added)
    edit = joined(edit, added)
    from = made.id
  }
  return { label: t('problems.fixes.split'), edit }
}

/** Two edits as one, the second made on what the first leaves. */
function joined(first: DraftEdit, second: DraftEdit): DraftEdit {
  const put = new Map(
    [...(first.putEdges ?? []), ...(second.putEdges ?? [])].map((edge) => [edge.id, edge]),
  )
  return {
    putNodes: [...(first.putNodes ?? []), ...(second.putNodes ?? [])],
    removeEdges: [...(first.removeEdges ?? []), ...(second.removeEdges ?? [])],
    putEdges: [...put.values()],
  }
}

/** Titles told apart by numbers, within what the channel shows where it says so. */
export const tellApart: FindFixes = ({ nodeId, field, params }, { draft }) => {
  if (nodeId === undefined || field === undefined) return []
  const list = field.slice(0, -2)
  const entries = dataAt(draft, nodeId, list)
  if (!Array.isArray(entries)) return []
  const title = dataAt(draft, nodeId, field)
  const index = Number(field.at(-2))
  const max = params['max'] === undefined ? MAX_TITLE_LENGTH : Number(params['max'])
  const limit: TextLimit = { max, unit: 'codePoints' }
  // Those of a list's other sections are among them, for a contact sees them all.
  const others = allTitles(draft.nodes.find(({ id }) => id === nodeId)?.data ?? {})
  const taken = new Set(others.map((other) => foldText(cutText(other, limit))))
  const base = typeof title === 'string' ? title : ''
  let number = 2
  let next = base
  while (taken.has(foldText(cutText(next, limit)))) {
    const ending = ` (${number})`
    next = cutText(base, { ...limit, max: limit.max - ending.length }) + ending
    number += 1
  }
  return [
    {
      label: t('problems.fixes.tellApart'),
      edit: changeDataAt(draft, nodeId, [...list, index, 'title'], next),
    },
  ]
}

const MAX_TITLE_LENGTH = 256

/** Every text called `title` in a node's data. */
function allTitles(value: JsonValue): readonly string[] {
  if (Array.isArray(value)) {
    return value.flatMap((entry: JsonValue) => allTitles(entry))
  }
  if (!isJsonObject(value)) return []
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'title' && typeof child === 'string' ? [child] : allTitles(child),
  )
}

export const unknownVariable: FindFixes = ({ nodeId, field, params }, { draft }) => {
  const name = String(params['name'])
  const meant = nearest(
    name,
    variableUses(draft)
      .filter(({ setBy, declaredAt }) => setBy.length > 0 || declaredAt !== null)
      .map((use) => use.name),
  )
  const text = nodeId && field ? dataAt(draft, nodeId, field) : undefined
  const renamed =
    meant !== null && typeof text === 'string' ? renameInLiquid(text, name, meant) : null
  return [
    ...(meant !== null && renamed?.ok && nodeId && field
      ? [
          {
            label: t('problems.fixes.rename', { name: meant }),
            edit: changeDataAt(draft, nodeId, field, renamed.source),
          },
        ]
      : []),
    {
      label: t('problems.fixes.declare'),
      edit: setVariables([...draft.variables, { name, type: 'text', default: null }]),
    },
  ]
}

/** The name that was most likely meant: the same but for case and accents, or one or two letters. */
function nearest(name: string, names: readonly string[]): string | null {
  const wanted = foldText(name)
  const far = wanted.length > 3 ? 2 : 1
  const ranked = names
    .map((each) => ({ each, distance: editDistance(wanted, foldText(each)) }))
    .filter(({ each, distance }) => each !== name && distance <= far)
    .toSorted((a, b) => a.distance - b.distance)
  return ranked[0]?.each ?? null
}

/** How many letters have to be put in, taken out or changed (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

export const unusedVariable: FindFixes = ({ nodeId, field = [], params }, { draft }) => {
  const label = t('problems.fixes.removeVariable')
  const name = params['name']
  if (nodeId === undefined) {
    return [{ label, edit: setVariables(draft.variables.filter((each) => each['name'] !== name)) }]
  }
  // An entry of a list goes as a whole, unless it is the only one that the node has; a name of its own is emptied.
  const [listName, index] = field
  if (typeof listName !== 'string') return []
  if (index === undefined) return [{ label, edit: changeDataAt(draft, nodeId, field, '') }]
  const list = dataAt(draft, nodeId, [listName])
  if (!Array.isArray(list) || (listName === 'assignments' && list.length === 1)) return []
  return [{ label, edit: removeDataAt(draft, nodeId, [listName, index]) }]
}
