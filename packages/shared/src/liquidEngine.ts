import { CaseTag, Context, defaultOperators, type Emitter, Liquid, type Template } from 'liquidjs'
import type { JsonValue } from './json.ts'
import { type LiquidClock, liquidFilters, REMOVED_FILTERS, setClock } from './liquidFilters.ts'
import { clockTimeOf, isoDateOf, localTimeOf } from './time.ts'

/**
 * Liquid for texts that authors write. Nothing in a template can reach files, the machine's clock, or chance, and a
 * template that would take long ends in an error. The limits count work, not time, so that the same input always ends
 * the same way.
 */

export const MAX_TEMPLATE_LENGTH = 20_000
/** Characters and list items that one rendering may make. */
const MAX_MEMORY = 200_000
/** Iterations of all loops times length of the template: a loop over much costs more than one over little. */
const MAX_LOOP_WORK = 400_000

/** Values that every template has. */
export interface SystemValues {
  readonly contact: object
  readonly conversation: object
  readonly number: object
  readonly channel: string
}

/** What a template sees. */
export interface LiquidScope extends LiquidClock {
  /** What the engine provides besides `now` and `today`; wins over variables of the same name. */
  readonly system: SystemValues
  readonly variables: Readonly<Record<string, JsonValue>>
}

/** Comparing lists costs time for each of their items, so it counts like making them. */
function charge(value: unknown, context: Context): void {
  if (Array.isArray(value)) context.memoryLimit.use(value.length * 4)
  else if (typeof value === 'string') context.memoryLimit.use(value.length / 16)
}

const operators = { ...defaultOperators }
for (const name of ['==', '!=', 'contains']) {
  // These three take two operands and the rendering.
  const compare = defaultOperators[name] as (
    left: unknown,
    right: unknown,
    context: Context,
  ) => boolean
  operators[name] = (left: unknown, right: unknown, context: Context) => {
    charge(left, context)
    return compare(left, right, context)
  }
}

export const liquid = new Liquid({
  strictFilters: true,
  ownPropertyOnly: true,
  parseLimit: MAX_TEMPLATE_LENGTH,
  memoryLimit: MAX_MEMORY,
  templates: {},
  outputEscape: showValue,
  operators,
})

for (const name of REMOVED_FILTERS) liquid.unregisterFilter(name)
for (const [name, filter] of Object.entries(liquidFilters)) liquid.registerFilter(name, filter)
/** The filters that a template can use. */
export const FILTER_NAMES: readonly string[] = Object.keys(liquid.filters)

// Tags that read files or make HTML.
for (const name of ['include', 'render', 'layout', 'block', 'tablerow']) delete liquid.tags[name]

liquid.registerTag(
  'case',
  class extends CaseTag {
    override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
      const value: unknown = yield this.value.value(context, true)
      if (Array.isArray(value)) throw new Error('case compares texts and numbers, not lists')
      return yield* super.render(context, emitter)
    }
  },
)

/** A list is shown with commas and an object as JSON, not as "[object Object]". */
function showValue(value: unknown): string {
  if (typeof value !== 'object' || value === null) return plainText(value)
  // `empty` and `blank` are objects that stand for nothing.
  if (!Array.isArray(value)) return isPlainObject(value) ? JSON.stringify(value) : ''
  return value.map((item) => showValue(item)).join(', ')
}

/** Functions and symbols, which no JSON value is, show nothing. */
function plainText(value: unknown): string {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

const isPlainObject = (value: object) => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** Counts what is written, in the output and in captures: a loop over a long text would make gigabytes. */
export class CountingEmitter implements Emitter {
  buffer = ''
  readonly #context: Context
  constructor(context: Context) {
    this.#context = context
  }
  write(value: unknown): void {
    const text = plainText(value)
    this.#context.memoryLimit.use(text.length)
    this.buffer += text
  }
}

/** Counts how often blocks are rendered again, which is what loops do. */
class LoopLimit {
  readonly #templateLength: number
  readonly #seen = new Set<readonly Template[]>()
  #work = 0
  constructor(templateLength: number) {
    this.#templateLength = templateLength
  }
  enter(block: readonly Template[]): void {
    if (!this.#seen.has(block)) {
      this.#seen.add(block)
      return
    }
    this.#work += this.#templateLength
    if (this.#work > MAX_LOOP_WORK) throw new Error('loop limit exceeded')
  }
}

const LOOPS = 'loops'
const renderBlock = liquid.renderer.renderTemplates.bind(liquid.renderer)
liquid.renderer.renderTemplates = (block, context, emitter = new CountingEmitter(context)) => {
  context.getRegister<LoopLimit>(LOOPS).enter(block)
  return renderBlock(block, context, emitter)
}

/** What one rendering works in. */
export function toContext(scope: LiquidScope, templateLength: number): Context {
  const { at, timeZone, language, random } = scope
  const context = new Context(
    toEnvironment(scope),
    liquid.options,
    { sync: true, globals: scope.variables },
    { liquid },
  )
  setClock(context, { at, timeZone, language, random })
  context.setRegister(LOOPS, new LoopLimit(templateLength))
  return context
}

function toEnvironment({ system, at, timeZone }: LiquidScope) {
  return {
    ...system,
    // Reading a calendar takes long, so it is done only for a template that asks.
    get now() {
      const local = localTimeOf(at, timeZone)
      return `${isoDateOf(local)} ${clockTimeOf(local)}`
    },
    get today() {
      return isoDateOf(localTimeOf(at, timeZone))
    },
  }
}
