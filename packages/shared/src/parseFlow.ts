import type { z } from 'zod'
import { type DraftFlow, draftFlowSchema, edgeSchema, type FlowEdge } from './draftFlow.ts'
import { type Flow, flowSettings, flowVariable } from './flow.ts'
import { definitionOf, type FlowNode, isNodeType } from './nodes/index.ts'
import { nodeTranslations } from './nodes/translations.ts'

/** Something about a flow that its author should change; `error` refuses publishing. */
export interface FlowProblem {
  readonly severity: 'error' | 'warning'
  /** Stable id of the rule. */
  readonly code: string
  /** A sentence in the author's words. */
  readonly message: string
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

/** Every part of a draft, read by itself: one broken node does not hide what can be said of the others. */
export function readDraft(draft: DraftFlow) {
  return {
    nodes: draft.nodes.map(readNode),
    edges: draft.edges.map((edge, index) =>
      read<FlowEdge>(edgeSchema, edge, { edgeId: edge.id }, ['edges', index]),
    ),
    variables: draft.variables.map((variable, index) =>
      read(flowVariable, variable, {}, ['variables', index]),
    ),
    settings: read(flowSettings, draft.settings, {}, ['settings']),
  }
}

function readNode(node: DraftFlow['nodes'][number]): Read<FlowNode> {
  const { id, type, name, position, data, translations } = node
  const where = { nodeId: id, nodeType: type }
  if (!isNodeType(type)) {
    return {
      value: null,
      problems: [
        {
          severity: 'error',
          code: 'unknownNodeType',
          message: `There is no node of the type “${type}”.`,
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
    severity: 'error',
    code: 'invalidField',
    message: describeIssue(issue),
    ...where,
    field: [...path, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))],
  }))
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
