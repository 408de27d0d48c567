import { z } from 'zod'
import { finding } from '../lint/finding.ts'
import { lintPattern } from '../lint/lintPattern.ts'
import { defineNode, type NodeFinding, type TemplateField } from './defineNode.ts'
import { optionId, UNIQUE_IDS_MESSAGE, uniqueIds, WEEKDAYS, words } from './fields.ts'

const variablePath = z
  .string()
  .regex(
    /^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}\p{N}_-]+|\[\d+\])*$/u,
    'Write the name of a variable, for example order.total or items[0].',
  )
  .max(256)
  .meta({ title: 'path of a variable' })

/** What a rule looks at. */
export const subject = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('variable'), name: variablePath }),
  z.strictObject({
    type: z.literal('contact'),
    field: z.enum(['name', 'phone', 'id', 'optedOut', 'language']),
  }),
  z.strictObject({
    type: z.literal('attribute'),
    name: z.string().min(1, 'Name the attribute.').max(128),
  }),
  z.strictObject({ type: z.literal('tags') }),
  z.strictObject({
    type: z.literal('conversation'),
    field: z.enum(['isGroup', 'channel', 'numberName']),
  }),
  z.strictObject({
    type: z.literal('time'),
    field: z
      .enum(['date', 'time', 'weekday', 'dayOfMonth', 'month', 'hour'])
      .describe(
        "`weekday` is one of mon … sun; `date` is YYYY-MM-DD and `time` is HH:MM, in the flow's time zone.",
      ),
  }),
  z.strictObject({ type: z.literal('text'), template: words() }),
])
export type Subject = z.infer<typeof subject>

export const OPERATORS = [
  'equals',
  'notEquals',
  'contains',
  'notContains',
  'startsWith',
  'endsWith',
  'matches',
  'notMatches',
  'greater',
  'greaterOrEqual',
  'less',
  'lessOrEqual',
  'between',
  'in',
  'notIn',
  'hasTag',
  'hasNotTag',
  'isSet',
  'isNotSet',
  'isEmpty',
  'isNotEmpty',
  'isTrue',
  'isFalse',
] as const
export type Operator = (typeof OPERATORS)[number]

/** How many `values` an operator takes; `many` is one or more. */
export const OPERATOR_VALUES = {
  equals: 1,
  notEquals: 1,
  contains: 1,
  notContains: 1,
  startsWith: 1,
  endsWith: 1,
  matches: 1,
  notMatches: 1,
  greater: 1,
  greaterOrEqual: 1,
  less: 1,
  lessOrEqual: 1,
  between: 2,
  in: 'many',
  notIn: 'many',
  hasTag: 1,
  hasNotTag: 1,
  isSet: 0,
  isNotSet: 0,
  isEmpty: 0,
  isNotEmpty: 0,
  isTrue: 0,
  isFalse: 0,
} as const satisfies Record<Operator, number | 'many'>

export const conditionRule = z
  .strictObject({
    type: z.literal('rule'),
    subject,
    operator: z.enum(OPERATORS),
    values: z
      .array(words(4_096))
      .max(100)
      .default([])
      .describe('What it is compared with; Liquid.'),
  })
  .superRefine(({ operator, values }, context) => {
    const wanted = OPERATOR_VALUES[operator]
    const fits = wanted === 'many' ? values.length > 0 : values.length === wanted
    if (fits) return
    const count =
      wanted === 'many' ? 'at least one value' : `${wanted} value${wanted === 1 ? '' : 's'}`
    context.addIssue({ code: 'custom', path: ['values'], message: `“${operator}” takes ${count}.` })
  })
export type ConditionRule = z.infer<typeof conditionRule>

/** Rules and groups of rules; `all` is true without rules, `any` is false without rules. */
export const conditionGroup = z.strictObject({
  type: z.literal('group'),
  match: z
    .enum(['all', 'any'])
    .default('all')
    .describe('Without rules `all` holds and `any` does not.'),
  get rules() {
    return z.array(z.discriminatedUnion('type', [conditionRule, conditionGroup])).max(100)
  },
})
export type ConditionGroup = z.infer<typeof conditionGroup>

/** Deeper nesting than this nobody can read, and recursion needs an end. */
const MAX_DEPTH = 10
const depthOf = (group: ConditionGroup): number =>
  1 + Math.max(0, ...group.rules.map((each) => (each.type === 'group' ? depthOf(each) : 0)))

export const condition = defineNode({
  type: 'condition',
  description: 'Leaves by the first branch whose rules hold, or by `else`.',
  group: 'logic',
  data: z.strictObject({
    branches: z
      .array(
        z.strictObject({
          id: optionId,
          label: words(256).default(''),
          group: conditionGroup.refine(
            (group) => depthOf(group) <= MAX_DEPTH,
            `Nest groups at most ${MAX_DEPTH} deep.`,
          ),
        }),
      )
      .min(1, 'Add at least one branch.')
      .max(50, 'Use at most 50 branches.')
      .refine(uniqueIds, UNIQUE_IDS_MESSAGE),
  }),
  defaults: () => ({
    branches: [{ id: 'branch1', label: '', group: { type: 'group' as const, rules: [] } }],
  }),
  handles: ({ branches }) => [
    ...branches.map(({ id, label }, index) => ({
      id,
      label: label === '' ? `Branch ${index + 1}` : label,
      optional: false,
    })),
    { id: 'else', label: 'Otherwise', optional: false },
  ],
  hasInput: true,
  waits: () => false,
  templates: ({ branches }) =>
    rulesOf(branches).flatMap(({ rule, path }): readonly TemplateField[] => [
      ...(rule.subject.type === 'text'
        ? [{ path: [...path, 'subject', 'template'], source: rule.subject.template }]
        : []),
      ...rule.values.map((source, index) => ({ path: [...path, 'values', index], source })),
    ]),
  assigns: () => [],
  reads: ({ branches }) =>
    rulesOf(branches).flatMap(({ rule }) =>
      rule.subject.type === 'variable' && rule.operator !== 'isSet' && rule.operator !== 'isNotSet'
        ? [rule.subject.name.split(/[.[]/)[0] ?? '']
        : [],
    ),
  lint: ({ branches }) => [
    ...branches.flatMap(({ group }, index): readonly NodeFinding[] =>
      group.rules.length === 0
        ? [
            {
              ...finding('warning', 'emptyBranch', {
                taken: group.match === 'all' ? 'always' : 'never',
              }),
              field: ['branches', index, 'group'],
            },
          ]
        : [],
    ),
    ...rulesOf(branches).flatMap(({ rule, path }) => lintRule(rule, path)),
  ],
})

type Branch = { readonly group: ConditionGroup }
type RuleAt = { readonly rule: ConditionRule; readonly path: readonly (string | number)[] }

/** Every rule of every branch, however deep, with its path in the node's data. */
function rulesOf(branches: readonly Branch[]): readonly RuleAt[] {
  return branches.flatMap(({ group }, index) => rulesIn(group, ['branches', index, 'group']))
}

function rulesIn(group: ConditionGroup, path: readonly (string | number)[]): readonly RuleAt[] {
  return group.rules.flatMap((each, index) => {
    const eachPath = [...path, 'rules', index]
    return each.type === 'rule' ? [{ rule: each, path: eachPath }] : rulesIn(each, eachPath)
  })
}

function lintRule(rule: ConditionRule, path: RuleAt['path']): readonly NodeFinding[] {
  const [value = ''] = rule.values
  // What a template will be is not known before it runs.
  const isFixed = !/\{[{%]/.test(value)
  if ((rule.operator === 'matches' || rule.operator === 'notMatches') && isFixed) {
    return lintPattern(value, [...path, 'values', 0])
  }
  const weekdays: readonly string[] = WEEKDAYS
  if (
    rule.subject.type === 'time' &&
    rule.subject.field === 'weekday' &&
    rule.operator !== 'matches'
  ) {
    return rule.values.flatMap((day, index) =>
      /\{[{%]/.test(day) || weekdays.includes(day)
        ? []
        : [
            {
              ...finding('error', 'unknownWeekday', { day, days: WEEKDAYS.join(', ') }),
              field: [...path, 'values', index],
            },
          ],
    )
  }
  return []
}
