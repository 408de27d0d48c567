import type { Draft, DraftNode, JsonObject } from '../draft/draft.ts'
import { isJsonObject } from '../json.ts'
import { variableName } from '../nodes/fields.ts'
import { mentions, type RenamedText, renameInLiquid } from './renameInLiquid.ts'
import {
  type DraftTemplate,
  fromOutput,
  JSON_STRING,
  sourcesOf,
  templatesOf,
  withFieldAt,
} from './templatesOf.ts'
import { renameInTranslations, translationTemplates } from './translationTemplates.ts'
import { nameFieldsOf, rootOf, variableUses } from './variableUses.ts'

/** What a draft has to take over when a variable is renamed, or why it cannot be. */
export type RenamedVariable =
  | {
      readonly ok: true
      /** Nodes that changed, whole. */
      readonly nodes: readonly DraftNode[]
      /** Absent when none of them changed. */
      readonly variables?: readonly JsonObject[]
    }
  | { readonly ok: false; readonly problem: RenameProblem }

export type RenameProblem =
  /** No variable can be called that; `message` says why. */
  | { readonly type: 'invalid'; readonly message: string }
  /** Another variable is called that. */
  | { readonly type: 'taken' }
  /** A text of this node gives the new name to something of its own, such as a loop. */
  | { readonly type: 'clash'; readonly nodeId: string }
  /** A text of this node may read the variable, but has a mistake, so that nobody can tell. */
  | { readonly type: 'broken'; readonly nodeId: string }

/** Calls a variable by another name in everything that knows it; what the flow says and does stays the same. Pure. */
export function renameVariable(draft: Draft, from: string, to: string): RenamedVariable {
  const name = variableName.safeParse(to)
  if (!name.success) {
    return refuse({ type: 'invalid', message: name.error.issues[0]?.message ?? '' })
  }
  if (from === to) return { ok: true, nodes: [] }
  if (isTaken(draft, to)) return refuse({ type: 'taken' })
  const changed: DraftNode[] = []
  for (const node of draft.nodes) {
    const renamed = renameInNode(node, from, to)
    if ('problem' in renamed) return refuse({ type: renamed.problem, nodeId: node.id })
    if (renamed !== node) changed.push(renamed)
  }
  const isDeclared = draft.variables.some((variable) => variable['name'] === from)
  return {
    ok: true,
    nodes: changed,
    ...(isDeclared && {
      variables: draft.variables.map((variable) =>
        variable['name'] === from ? { ...variable, name: to } : variable,
      ),
    }),
  }
}

const refuse = (problem: RenameProblem): RenamedVariable => ({ ok: false, problem })

/** Also when a text only reads it, or sets it for itself: from then on it would read something else. */
const isTaken = (draft: Draft, name: string): boolean =>
  variableUses(draft).some((use) => use.name === name) ||
  draft.nodes.some(
    (node) =>
      templatesOf(node).some((each) => sourcesOf(each).some((source) => mentions(source, name))) ||
      translationTemplates(node).some(({ source }) => mentions(source, name)),
  )

type Renamed = DraftNode | { readonly problem: 'broken' | 'clash' }

function renameInNode(node: DraftNode, from: string, to: string): Renamed {
  let { data } = node
  const write = (path: DraftTemplate['path'], value: string) => {
    const next = withFieldAt(data, path, value)
    if (isJsonObject(next)) data = next
  }
  for (const { path, value } of nameFieldsOf(node)) {
    if (rootOf(value) === from) write(path, to + value.slice(from.length))
  }
  for (const template of templatesOf(node)) {
    const renamed = renameInTemplate(template, from, to)
    if (!renamed.ok) return { problem: renamed.problem }
    if (renamed.source !== template.value) write(template.path, renamed.source)
  }
  return renameInTranslations(data === node.data ? node : { ...node, data }, from, to)
}

function renameInTemplate(template: DraftTemplate, from: string, to: string): RenamedText {
  const { value, form } = template
  if (form === 'json') return renameInJson(value, from, to)
  const [source = value] = sourcesOf(template)
  const renamed = renameInLiquid(source, from, to)
  if (!renamed.ok || form === 'template') return renamed
  return { ok: true, source: fromOutput(renamed.source) }
}

/** String by string, as they are rendered; everything between them keeps its look. */
function renameInJson(json: string, from: string, to: string): RenamedText {
  let problem: 'broken' | 'clash' | null = null
  const source = json.replace(JSON_STRING, (literal) => {
    // The text around is JSON, so each of its strings is.
    const text = JSON.parse(literal) as string
    const renamed = renameInLiquid(text, from, to)
    if (!renamed.ok) problem ??= renamed.problem
    return !renamed.ok || renamed.source === text ? literal : JSON.stringify(renamed.source)
  })
  return problem === null ? { ok: true, source } : { ok: false, problem }
}
