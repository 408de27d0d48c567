import { z } from 'zod'
import { isJson } from '../json.ts'
import { finding } from '../lint/finding.ts'
import { checkExpression } from '../liquid.ts'
import { defineNode, NEXT, type NodeFinding } from './defineNode.ts'
import { variableName, words } from './fields.ts'

/** What a variable is set to. Texts are Liquid. */
export const assignedValue = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: words() }),
  z.strictObject({ type: z.literal('number'), number: z.union([z.number(), words(1_000)]) }),
  z.strictObject({ type: z.literal('boolean'), boolean: z.boolean() }),
  z
    .strictObject({ type: z.literal('json'), json: words() })
    .describe('A list, an object, or any other value, as JSON.'),
  z
    .strictObject({ type: z.literal('expression'), expression: words(4_096) })
    .describe(
      'A Liquid expression whose value keeps its type, for example `items | size` or `order.lines`.',
    ),
  z
    .strictObject({ type: z.literal('clear') })
    .describe('The variable is as if it had never been set.'),
])
export type AssignedValue = z.infer<typeof assignedValue>

/** Instead of a variable's name: sets the language in which the contact is spoken to from then on. */
export const CONTACT_LANGUAGE = 'contact.language'

const assignedName = z
  .string()
  .superRefine((name, context) => {
    if (name === CONTACT_LANGUAGE) return
    const parsed = variableName.safeParse(name)
    for (const issue of parsed.error?.issues ?? []) {
      context.addIssue({ code: 'custom', message: issue.message })
    }
  })
  .meta({ title: 'name of a variable' })
  .describe(`Or \`${CONTACT_LANGUAGE}\`: the language in which the contact is spoken to.`)

export const setVariable = defineNode({
  type: 'setVariable',
  description:
    "Sets variables, one after the other, and goes on. Also sets the contact's language.",
  group: 'logic',
  data: z.strictObject({
    assignments: z
      .array(z.strictObject({ name: assignedName, value: assignedValue }))
      .min(1, 'Add at least one variable.')
      .max(50, 'Set at most 50 variables.'),
  }),
  defaults: () => ({
    assignments: [{ name: 'variable', value: { type: 'text' as const, text: '' } }],
  }),
  handles: () => [NEXT],
  hasInput: true,
  waits: () => false,
  templates: ({ assignments }) =>
    assignments.flatMap(({ value }, index) => {
      const path = ['assignments', index, 'value']
      if (value.type === 'text') return [{ path: [...path, 'text'], source: value.text }]
      if (value.type === 'json') return [{ path: [...path, 'json'], source: value.json }]
      if (value.type === 'number' && typeof value.number === 'string')
        return [{ path: [...path, 'number'], source: value.number }]
      if (value.type === 'expression')
        return [{ path: [...path, 'expression'], source: toOutput(value.expression) }]
      return []
    }),
  assigns: ({ assignments }) =>
    assignments.map(({ name }) => name).filter((name) => name !== CONTACT_LANGUAGE),
  assignedTypes: ({ assignments }) =>
    Object.fromEntries(
      assignments.flatMap(({ name, value: { type } }) =>
        name !== CONTACT_LANGUAGE && (type === 'text' || type === 'number' || type === 'boolean')
          ? [[name, type]]
          : [],
      ),
    ),
  lint: ({ assignments }) => assignments.flatMap(({ value }, index) => lintValue(value, index)),
})

function lintValue(value: AssignedValue, index: number): readonly NodeFinding[] {
  if (value.type === 'json' && !/\{[{%]/.test(value.json) && !isJson(value.json)) {
    return [
      {
        ...finding('error', 'invalidJson', {}),
        field: ['assignments', index, 'value', 'json'],
      },
    ]
  }
  const problem = value.type === 'expression' ? checkExpression(value.expression) : null
  if (problem === null) return []
  return [
    {
      ...finding('error', 'invalidExpression', { problem }),
      field: ['assignments', index, 'value', 'expression'],
    },
  ]
}

/** An expression as the template that shows it. */
const toOutput = (expression: string) => `{{ ${expression} }}`
