import { Output, type Template, toValueSync, Value } from 'liquidjs'
import type { JsonValue } from './json.ts'
import {
  CountingEmitter,
  FILTER_NAMES,
  type LiquidScope,
  liquid,
  MAX_TEMPLATE_LENGTH,
  toContext,
} from './liquidEngine.ts'
import { SizedCache } from './sizedCache.ts'

export type Rendered =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: string }
export type Evaluated =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly problem: string }

export { FILTER_NAMES, type LiquidScope }

/** Fills a template. Unknown variables are empty; what goes wrong is a result, never an exception. */
export function renderLiquid(source: string, scope: LiquidScope): Rendered {
  if (!hasLiquid(source)) return { ok: true, text: source }
  const parsed = parse(source)
  if (!parsed.ok) return parsed
  if (parsed.simple) {
    const text = renderSimple(parsed.simple, scope)
    if (text !== null) return { ok: true, text }
  }
  return attempt(() => {
    const context = toContext(scope, source.length)
    const emitter = new CountingEmitter(context)
    toValueSync(liquid.renderer.renderTemplates([...parsed.templates], context, emitter))
    return { ok: true, text: emitter.buffer }
  })
}

/** The value of an expression such as `order.lines | size`, with its type kept; null when there is none. */
export function evaluateLiquid(expression: string, scope: LiquidScope): Evaluated {
  const problem = checkExpression(expression)
  if (problem !== null) return { ok: false, problem }
  return attempt(() => {
    const value: unknown = toValueSync(
      valueOf(expression).value(toContext(scope, expression.length), true),
    )
    return { ok: true, value: toJson(value) }
  })
}

/** Why an expression cannot be used, in words; null when it can. */
export function checkExpression(expression: string): string | null {
  const parsed = parse(`{{ ${expression} }}`)
  if (!parsed.ok) return parsed.problem
  const [output, ...rest] = parsed.templates
  return output instanceof Output && rest.length === 0
    ? null
    : 'Write one expression, without {{ and }}.'
}

/** Why a template cannot be used, in words; null when it can. */
export function checkLiquid(source: string): string | null {
  if (!hasLiquid(source)) return null
  const parsed = parse(source)
  return parsed.ok ? null : parsed.problem
}

/** Names of the variables that a template reads and does not set itself; none when it is broken. */
export function liquidVariables(source: string): readonly string[] {
  if (!hasLiquid(source)) return []
  const parsed = parse(source)
  return parsed.ok ? liquid.globalVariablesSync([...parsed.templates]) : []
}

/** False for plain text, which needs no rendering. */
export const hasLiquid = (source: string): boolean => source.includes('{{') || source.includes('{%')

// ---------------------------------------------------------------------------------------------- results

function attempt<Result>(render: () => Result): Result | { ok: false; problem: string } {
  try {
    return render()
  } catch (error) {
    return { ok: false, problem: describe(error) }
  }
}

/** liquidjs adds where in which file; an author sees one text, so the first line without the place is enough. */
function describe(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  // liquidjs wraps what it stumbles over, so the class of the error does not tell.
  if (error instanceof RangeError || /call stack size/.test(message))
    return 'The template is nested too deeply or too large.'
  if (/limit exceeded/.test(message))
    return 'The template does too much: it makes too long a text or loops too often.'
  return (message.split('\n')[0] ?? '')
    .replace(/, file:\S+/, '')
    .replace(/, line:1(, col:\d+)?\b/, '')
}

function toJson(value: unknown): JsonValue {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  // Everything else comes out of JSON values by filters, so it is JSON again; the round trip drops the rest.
  return JSON.parse(JSON.stringify(value) ?? 'null') as JsonValue
}

// ---------------------------------------------------------------------------------------------- parsing

/** A template of nothing but text and plain variables, as most are: filled without the engine, in a fraction of the time. */
type SimplePart = string | readonly string[]
type Parsed =
  | {
      readonly ok: true
      readonly templates: readonly Template[]
      readonly simple: readonly SimplePart[] | null
    }
  | { readonly ok: false; readonly problem: string }

/** Parsed templates by source; the size counts characters. */
const parsedTemplates = new SizedCache<Parsed>(2_000_000)

function parse(source: string): Parsed {
  const known = parsedTemplates.get(source)
  if (known) return known
  const parsed = parseNew(source)
  parsedTemplates.set(source, parsed, source.length)
  return parsed
}

function parseNew(source: string): Parsed {
  if (source.length > MAX_TEMPLATE_LENGTH) {
    return { ok: false, problem: `The template is longer than ${MAX_TEMPLATE_LENGTH} characters.` }
  }
  return attempt(() => ({
    ok: true,
    templates: liquid.parse(source),
    simple: toSimple(source),
  }))
}

/** An output adds how a value is shown, so an expression whose value keeps its type is parsed by itself. */
const parsedExpressions = new SizedCache<Value>(500_000)

function valueOf(expression: string): Value {
  const known = parsedExpressions.get(expression)
  if (known) return known
  const value = new Value(expression, liquid)
  parsedExpressions.set(expression, value, expression.length)
  return value
}

const PLAIN_VARIABLE = /\{\{ *([\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*) *\}\}/gu
/** Words that mean something else to Liquid than a variable or a property of this name. */
const SPECIAL: ReadonlySet<string> = new Set(
  'true false nil null empty blank size first last now today'.split(' '),
)

function toSimple(source: string): readonly SimplePart[] | null {
  const parts: SimplePart[] = []
  let end = 0
  for (const match of source.matchAll(PLAIN_VARIABLE)) {
    const path = (match[1] ?? '').split('.')
    if (path.some((name) => SPECIAL.has(name))) return null
    parts.push(source.slice(end, match.index), path)
    end = match.index + match[0].length
  }
  parts.push(source.slice(end))
  return parts.some((part) => typeof part === 'string' && hasLiquid(part)) ? null : parts
}

/** Null when a value is not a plain one: then Liquid's own rules apply. */
function renderSimple(
  parts: readonly SimplePart[],
  { system, variables }: LiquidScope,
): string | null {
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part
      continue
    }
    const [root = ''] = part
    let value: unknown = Object.hasOwn(system, root) ? system : variables
    for (const name of part) {
      if (typeof value !== 'object' || value === null) return null
      // A name that an object inherits, such as toString, is not one of its properties.
      value = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined
      if (value === undefined) break
    }
    if (value === undefined || value === null) continue
    if (typeof value === 'string') text += value
    else if (typeof value === 'number' || typeof value === 'boolean') text += String(value)
    else return null
  }
  return text
}
