import { isJsonObject, textFieldsOf, withFieldAt } from '@parley/shared'
import type { Draft, DraftEdit, DraftNode } from '@parley/shared/draft'
import { groupBy } from '../groupBy.ts'

/** A stretch of a text of the flow that is what was searched for. */
export interface Match {
  readonly nodeId: string
  /** Where the text is in the node's data; empty: it is the name that the author gave the node. */
  readonly path: readonly (string | number)[]
  readonly text: string
  readonly start: number
  readonly end: number
  /** False for names of variables: those are renamed everywhere at once. */
  readonly canReplace: boolean
}

interface NodeText {
  readonly path: Match['path']
  readonly value: string
  readonly canReplace: boolean
}

/** More matches than this nobody walks through. */
export const MOST_MATCHES = 1_000

/** Every place where the texts of a flow say something, without regard to case and accents; in the order of the nodes. */
export function findInFlow({ nodes }: Pick<Draft, 'nodes'>, wanted: string): readonly Match[] {
  const needle = folded(wanted.trim()).text
  if (needle === '') return []
  const matches: Match[] = []
  for (const node of nodes) {
    for (const { path, value, canReplace } of textsOf(node)) {
      for (const { start, end } of placesOf(value, needle)) {
        matches.push({ nodeId: node.id, path, text: value, start, end, canReplace })
        if (matches.length === MOST_MATCHES) return matches
      }
    }
  }
  return matches
}

/** Writes other words into these places, all of them in one edit. */
export function replaceMatches(
  draft: Draft,
  matches: readonly Match[],
  replacement: string,
): DraftEdit {
  const byNode = groupBy(
    matches.filter(({ canReplace }) => canReplace),
    ({ nodeId }) => nodeId,
  )
  return {
    putNodes: draft.nodes.flatMap((node) => {
      const here = byNode.get(node.id)
      return here ? [replaceIn(node, here, replacement)] : []
    }),
  }
}

function replaceIn(node: DraftNode, matches: readonly Match[], replacement: string): DraftNode {
  const byField = groupBy(matches, ({ path }) => path.join('.'))
  return [...byField.values()].reduce<DraftNode>((current, inField) => {
    const [first] = inField
    if (!first) return current
    // From the end, so that the places before stay where they are.
    const text = inField
      .toSorted((a, b) => b.start - a.start)
      .reduce(
        (words, { start, end }) => words.slice(0, start) + replacement + words.slice(end),
        first.text,
      )
    if (first.path.length === 0) return { ...current, name: text }
    const data = withFieldAt(current.data, first.path, text)
    return isJsonObject(data) ? { ...current, data } : current
  }, node)
}

/** Ids are texts, too, but no words. */
const isId = (path: Match['path'], title: string | undefined): boolean =>
  /(^id|Id)$/u.test(String(path.at(-1))) || (title?.startsWith('id') ?? false)

function textsOf(node: DraftNode): readonly NodeText[] {
  return [
    ...(node.name === undefined ? [] : [{ path: [], value: node.name, canReplace: true }]),
    ...textFieldsOf(node.type, node.data)
      .filter(({ value, path, title }) => value !== '' && !isId(path, title))
      .map(({ path, value, title }) => ({
        path,
        value,
        canReplace: title === undefined || title === 'web address',
      })),
  ]
}

function placesOf(text: string, needle: string): readonly { start: number; end: number }[] {
  const { text: hay, origins } = folded(text)
  const places: { start: number; end: number }[] = []
  let at = hay.indexOf(needle)
  while (at !== -1) {
    const start = origins[at] ?? 0
    const end = origins[at + needle.length] ?? text.length
    places.push({ start, end })
    at = hay.indexOf(needle, at + needle.length)
  }
  return places
}

/** Text without case and accents, and for each of its units where it came from: folding changes lengths. */
function folded(text: string): { readonly text: string; readonly origins: readonly number[] } {
  let result = ''
  const origins: number[] = []
  let offset = 0
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(offset)
    result += plain
    offset += character.length
  }
  return { text: result, origins }
}
