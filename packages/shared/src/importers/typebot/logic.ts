import { checkExpression } from '../../liquid.ts'
import type { NodeDataInput } from '../../nodes/index.ts'
import { checkRegex } from '../../regex.ts'
import { type Converted, type FlowBuilder, NOTHING, short } from './FlowBuilder.ts'
import { going } from './messages.ts'
import { isOn, listIn, numberIn, objectIn, type TypebotBlock, textIn } from './typebotFile.ts'

/** Blocks that decide, remember, wait or go elsewhere. */

type Rule = { type: 'rule' } & Extract<
  NodeDataInput<'condition'>['branches'][number]['group']['rules'][number],
  { type: 'rule' }
>

/** Typebot's comparisons, and ours. */
const OPERATORS: Readonly<Record<string, Rule['operator']>> = {
  'Equal to': 'equals',
  'Not equal': 'notEquals',
  Contains: 'contains',
  'Does not contain': 'notContains',
  'Greater than': 'greater',
  'Greater or equal to': 'greaterOrEqual',
  'Less than': 'less',
  'Less or equal to': 'lessOrEqual',
  'Is set': 'isNotEmpty',
  'Is empty': 'isEmpty',
  'Starts with': 'startsWith',
  'Ends with': 'endsWith',
  'Matches regex': 'matches',
  'Does not match regex': 'notMatches',
}
const WITHOUT_VALUE = new Set<string>(['isNotEmpty', 'isEmpty'])
const WITH_PATTERN = new Set<string>(['matches', 'notMatches'])
const MAX_BRANCHES = 50

export function convertCondition(block: TypebotBlock, builder: FlowBuilder): Converted {
  const { items = [] } = block
  const problems: (() => void)[] = []
  const branches = items.slice(0, MAX_BRANCHES).flatMap((item, index) => {
    const content = objectIn(item, 'content')
    const rules = listIn(content, 'comparisons').flatMap((comparison) => {
      const rule = toRule(comparison, builder)
      if (typeof rule === 'function') problems.push(rule)
      return typeof rule === 'function' ? [] : [rule]
    })
    if (rules.length === 0) {
      problems.push(() => builder.changed(null, 'emptyBranch'))
      return []
    }
    const match = textIn(content, 'logicalOperator') === 'OR' ? ('any' as const) : ('all' as const)
    const group = { type: 'group' as const, match, rules: rules.slice(0, 100) }
    return [{ id: `branch${index + 1}`, group, edgeId: item.outgoingEdgeId }]
  })
  if (branches.length === 0) {
    for (const problem of problems) problem()
    return NOTHING
  }
  const nodeId = builder.add('condition', {
    branches: branches.map(({ id, group }) => ({ id, group })),
  })
  for (const problem of problems) problem()
  return {
    entry: nodeId,
    exits: [{ nodeId, handle: 'else' }],
    branches: branches.map(({ id, edgeId }) => ({ exit: { nodeId, handle: id }, edgeId })),
  }
}

/** A comparison as a rule, or what says why there is none. */
function toRule(
  comparison: Readonly<Record<string, unknown>>,
  builder: FlowBuilder,
): Rule | (() => void) {
  const sign = textIn(comparison, 'comparisonOperator')
  const operator = OPERATORS[sign]
  const name = builder.variable(textIn(comparison, 'variableId'))
  if (operator === undefined) {
    return () => builder.notMapped(null, 'operatorApart', { operator: short(sign) })
  }
  if (name === null) return () => builder.notMapped(null, 'noVariable')
  const source = textIn(comparison, 'value')
  const isPattern = WITH_PATTERN.has(operator)
  const value = isPattern ? toPattern(source) : builder.text(source, 4_096)
  if (isPattern && checkRegex(value) !== null) {
    return () => builder.notMapped(null, 'regexApart', { pattern: short(source) })
  }
  return {
    type: 'rule',
    subject: { type: 'variable', name },
    operator,
    values: WITHOUT_VALUE.has(operator) ? [] : [value],
  }
}

/** `/ab+/i` as JavaScript writes it, without its slashes. */
function toPattern(source: string): string {
  const [, pattern = source, flags = ''] = /^\/([^]*)\/([a-z]*)$/u.exec(source.trim()) ?? []
  return flags.includes('i') ? `(?i)${pattern}` : pattern
}

type Value = NodeDataInput<'setVariable'>['assignments'][number]['value']

export function convertSetVariable(block: TypebotBlock, builder: FlowBuilder): Converted {
  const { options } = block
  const name = builder.variable(textIn(options, 'variableId'))
  if (name === null) {
    builder.notMapped(null, 'noVariable')
    return NOTHING
  }
  const kind = textIn(options, 'type') || 'Custom'
  const known = KINDS[kind]
  if (kind !== 'Custom' && known === undefined) {
    builder.notMapped(null, 'valueKind', { kind: short(kind) })
    return NOTHING
  }
  const source = textIn(options, 'expressionToEvaluate')
  const value = known?.value ?? toValue(source, isOn(options, 'isCode'), builder)
  if (value === null) {
    builder.notMapped(null, 'expressionApart', { code: short(source) })
    return NOTHING
  }
  const nodeId = builder.add('setVariable', { assignments: [{ name, value }] })
  if (known?.code) builder.changed(nodeId, known.code)
  return going(nodeId)
}

const text = (words: string): Value => ({ type: 'text', text: words })
const KINDS: Readonly<
  Record<string, { readonly value: Value; readonly code?: 'dateFormat' | 'platform' }>
> = {
  Empty: { value: { type: 'clear' } },
  Now: { value: text('{{ now }}'), code: 'dateFormat' },
  Today: { value: text('{{ today }}'), code: 'dateFormat' },
  Yesterday: { value: text('{{ today | add_days: -1 }}'), code: 'dateFormat' },
  Tomorrow: { value: text('{{ today | add_days: 1 }}'), code: 'dateFormat' },
  'Phone number': { value: text('{{ contact.phone }}') },
  'Contact name': { value: text('{{ contact.name }}') },
  'User ID': { value: text('{{ contact.id }}') },
  'Environment name': { value: text('{{ channel }}'), code: 'platform' },
}

/** Signs of JavaScript that is more than a text, a number or a sum. */
const CODE =
  /=>|\breturn\b|\bfunction\b|\bconst\b|\blet\b|\bnew\b|;\s*$|\w\.\w+\s*\(|\?\s*.+:|&&|\|\||===/u
/** Numbers and variables with signs between them. */
const CALCULATION =
  /^(?:\(*(?:\{\{[^{}]+\}\}|\d+(?:\.\d+)?)\)*\s*[-+*/%]\s*)+\(*(?:\{\{[^{}]+\}\}|\d+(?:\.\d+)?)\)*$/u
const OPERAND = /^(?:\{\{\s*([^{}]+?)\s*\}\}|(-?\d+(?:\.\d+)?))$/u
const FILTERS: Readonly<Record<string, string>> = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided_by',
}

/** A custom value: a number, a sum of variables and numbers, or a text. Null when it is JavaScript. */
function toValue(source: string, isCode: boolean, builder: FlowBuilder): Value | null {
  const trimmed = source.trim()
  if (trimmed === '') return { type: 'clear' }
  const number = OPERAND.exec(trimmed)?.[2]
  if (number !== undefined) return { type: 'number', number: Number(number) }
  const sum = toSum(trimmed, builder)
  if (sum !== null) return { type: 'expression', expression: sum }
  if (isCode || CODE.test(trimmed) || CALCULATION.test(trimmed)) return null
  const quoted = /^(["'`])([^"'`]*)\1$/u.exec(trimmed)?.[2]
  return text(builder.text(quoted ?? trimmed))
}

/** `{{a}} + 1 - {{b}}` as a Liquid expression. Signs that bind differently need brackets, which Liquid has none of. */
function toSum(source: string, builder: FlowBuilder): string | null {
  const parts = source.split(/\s*([+*/]|(?<=[\w}]\s*)-)\s*/u)
  const operands = parts.filter((_, index) => index % 2 === 0).map((part) => OPERAND.exec(part))
  const signs = parts.filter((_, index) => index % 2 === 1)
  if (operands.some((operand) => operand === null)) return null
  const binds = new Set(signs.map((sign) => (sign === '+' || sign === '-' ? 'sum' : 'product')))
  if (binds.size > 1) return null
  const [first, ...others] = operands.map((operand) =>
    operand?.[1] === undefined ? (operand?.[2] ?? '') : builder.names.of(operand[1]),
  )
  const filters = others.map((operand, index) => ` | ${FILTERS[signs[index] ?? '']}: ${operand}`)
  const expression = `${first ?? ''}${filters.join('')}`
  return checkExpression(expression) === null ? expression : null
}

export function convertRedirect({ options }: TypebotBlock, builder: FlowBuilder): Converted {
  const url = builder.text(textIn(options, 'url')).trim()
  if (url === '') {
    builder.notMapped(null, 'noAddress')
    return NOTHING
  }
  const nodeId = builder.add('text', { text: url })
  builder.changed(nodeId, 'redirectAsLink')
  return going(nodeId)
}

const MAX_SECONDS = 365 * 86_400

export function convertWait({ options }: TypebotBlock, builder: FlowBuilder): Converted {
  const seconds = numberIn(options, 'secondsToWaitFor')
  if (seconds === null) {
    builder.notMapped(null, 'waitByVariable')
    return NOTHING
  }
  if (seconds <= 0) return NOTHING
  const amount = Math.min(seconds, MAX_SECONDS)
  return going(builder.add('delay', { type: 'for', amount, unit: 'seconds' }))
}

/** Two ways by chance: a random number from 1 to 100, and a condition. */
export function convertAbTest(block: TypebotBlock, builder: FlowBuilder): Converted {
  const { options, items = [] } = block
  const percent = Math.min(Math.max(numberIn(options, 'aPercent') ?? 50, 0), 100)
  const name = builder.names.of('split')
  const draw = builder.add('setVariable', {
    assignments: [{ name, value: { type: 'expression', expression: '(1..100) | pick' } }],
  })
  const nodeId = builder.add(
    'condition',
    {
      branches: [
        {
          id: 'a',
          label: `A: ${percent} %`,
          group: {
            type: 'group',
            rules: [
              {
                type: 'rule',
                subject: { type: 'variable', name },
                operator: 'lessOrEqual',
                values: [String(percent)],
              },
            ],
          },
        },
      ],
    },
    `${block.id}-split`,
  )
  builder.connect({ nodeId: draw, handle: 'next' }, nodeId)
  builder.changed(draw, 'splitByChance')
  const edgeOf = (path: string) =>
    items.find((item) => textIn(item, 'path') === path)?.outgoingEdgeId
  return {
    entry: draw,
    exits: [],
    branches: [
      { exit: { nodeId, handle: 'a' }, edgeId: edgeOf('a') },
      { exit: { nodeId, handle: 'else' }, edgeId: edgeOf('b') },
    ],
  }
}
