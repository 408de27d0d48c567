import type { z } from 'zod'
import { draftFlowSchema, edgeSchema, type FlowEdge } from './draftFlow.ts'
import { type Flow, flowSettings, flowVariable } from './flow.ts'
import { readFieldSentence } from './lint/fieldSentence.ts'
import { type Finding, finding } from './lint/finding.ts'
import { definitionOf, type FlowNode, isNodeType } from './nodes/index.ts'
import { nodeTranslations } from './nodes/translations.ts'

/** Something about a flow that its author should change; `error` refuses publishing. */
export interface FlowProblem extends Finding {
  readonly nodeId?: string
  readonly nodeType?: string
  readonly edgeId?: string
  /** Handle of the node that it is about. */
  readonly handle?: string
  /** All nodes of a loop, in its order. */
  readonly nodeIds?: readonly string[]
  /** Path of the field: inside the node's data when there is a node, inside the flow otherwise. */
  readonly field?: readonly (string | number)[]
}

export type ParsedFlow =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] }

/** Checks a draft against the schema of each of its nodes. What passes can be compiled; `lintFlow` says whether it makes sense. */
export function parseFlow(draft: unknown): ParsedFlow {
  const parsed = draftFlowSchema.safeParse(draft)
  if (!parsed.success) return { ok: false, problems: toProblems(parsed.error, {}) }
  const { nodes, edges, variables, settings } = readDraft(parsed.data)
  const problems = [...nodes, ...edges, ...variables, settings].flatMap((each) => each.problems)
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    flow: {
      nodes: valuesOf(nodes),
      edges: valuesOf(edges),
      variables: valuesOf(variables),
      settings: settings.value ?? flowSettings.parse({}),
    },
  }
}

/** One part of a draft: its checked value, or what is wrong with it. */
export interface Read<Value> {
  readonly value: Value | null
  readonly problems: readonly FlowProblem[]
}

const valuesOf = <Value>(reads: readonly Read<Value>[]): Value[] =>
  reads.flatMap(({ value }) => (value === null ? [] : [value]))

interface ReadableDraft {
  readonly nodes: readonly ReadableNode[]
  readonly edges: readonly { readonly id: string }[]
  readonly variables: readonly unknown[]
  readonly settings: unknown
}

/** Every part of a draft, read by itself: one broken node does not hide what can be said of the others. */
export const readDraft = (draft: ReadableDraft) => readDraftWith(draft, draft.nodes.map(readNode))

/** The same where the nodes have been read. */
export function readDraftWith(
  draft: Omit<ReadableDraft, 'nodes'>,
  nodes: readonly Read<FlowNode>[],
) {
  return {
    nodes,
    edges: draft.edges.map(readEdge),
    variables: draft.variables.map((variable, index) =>
      read(flowVariable, variable, {}, ['variables', index]),
    ),
    settings: read(flowSettings, draft.settings, {}, ['settings']),
  }
}

interface ReadableNode {
  readonly id: string
  readonly type: string
  readonly name?: string | undefined
  readonly position: { readonly x: number; readonly y: number }
  readonly data: unknown
  readonly translations?: unknown
}

/** One node of a draft. */
export function readNode(node: ReadableNode): Read<FlowNode> {
  const { id, type, name, position, data, translations } = node
  const where = { nodeId: id, nodeType: type }
  if (!isNodeType(type)) {
    return {
      value: null,
      problems: [
        {
          ...finding('error', 'unknownNodeType', { type }),
          ...where,
        },
      ],
    }
  }
  const { value, problems } = read(definitionOf(type).data, data, where, [])
  const translated = read(nodeTranslations.optional(), translations, where, ['translations'])
  // The definition of this very type has parsed the data.
  return {
    value:
      value === null
        ? null
        : ({
            id,
            type,
            ...(name !== undefined && { name }),
            position,
            data: value,
            ...(translated.value && { translations: translated.value }),
          } as FlowNode),
    problems: [...problems, ...translated.problems],
  }
}

/** Edges that were found to be right; an editor keeps the objects of those that do not change. */
const rightEdges = new WeakMap<object, Read<FlowEdge>>()

function readEdge(edge: { readonly id: string }, index: number): Read<FlowEdge> {
  const known = rightEdges.get(edge)
  if (known) return known
  const done = read<FlowEdge>(edgeSchema, edge, { edgeId: edge.id }, ['edges', index])
  if (done.value !== null) rightEdges.set(edge, done)
  return done
}

type Where = Pick<FlowProblem, 'nodeId' | 'nodeType' | 'edgeId'>

function read<Value>(
  schema: z.ZodType<Value>,
  input: unknown,
  where: Where,
  path: readonly (string | number)[],
): Read<Value> {
  const parsed = schema.safeParse(input)
  return parsed.success
    ? { value: parsed.data, problems: [] }
    : { value: null, problems: toProblems(parsed.error, where, path) }
}

function toProblems(
  error: z.ZodError,
  where: Where,
  path: readonly (string | number)[] = [],
): readonly FlowProblem[] {
  return error.issues.map((issue) => ({
    ...fieldFinding(describeIssue(issue)),
    ...where,
    field: [...path, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))],
  }))
}

/** The sentence is the message, whichever it is; which rule it is of and its values come along for translation. */
function fieldFinding(sentence: string): Finding {
  const known = readFieldSentence(sentence)
  const { params, ...found } = finding('error', 'invalidField', { sentence })
  return { ...found, params: known ? { ...params, rule: known.rule, ...known.values } : params }
}

/** zod's messages are for programmers; those that our schemas set are for authors already. */
function describeIssue(issue: z.core.$ZodIssue): string {
  const field = issue.path.at(-1)
  const name = typeof field === 'string' ? `“${field}”` : 'This entry'
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `${name} is missing.`
        : `${name} should be ${EXPECTED[issue.expected] ?? issue.expected}.`
    case 'unrecognized_keys':
      return `There is no field ${issue.keys.map((key) => `“${key}”`).join(', ')} here.`
    case 'invalid_union':
      return issue.discriminator === undefined
        ? `${name} is not one of the shapes it can have.`
        : `${name} is not one of the kinds there are.`
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message
    case 'invalid_value':
      return `${name} should be one of: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return issue.message.startsWith('Too small')
        ? `${name} is smaller than ${issue.minimum}.`
        : issue.message
    case 'too_big':
      return issue.message.startsWith('Too big')
        ? `${name} is larger than ${issue.maximum}.`
        : issue.message
    default:
      return issue.message
  }
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
}
