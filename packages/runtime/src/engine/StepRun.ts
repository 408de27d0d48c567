import {
  type ConditionScope,
  chooseLanguage,
  clipText,
  type FlowSettings,
  type JsonValue,
  MAX_TEXT_LENGTH,
  renderLiquid,
} from '@parley/shared'
import type { CompiledFlow, CompiledNode } from './compileFlow.ts'
import { randomSequence } from './random.ts'
import type {
  Effect,
  EffectRequest,
  Event,
  Outcome,
  Session,
  StepScope,
  TraceEntry,
  Unsaid,
} from './types.ts'

/** Longest value of one variable, as JSON: sessions are written at every step, so they must stay small. */
const MAX_VARIABLE_LENGTH = 65_536

/** Everything that one step gathers, and what nodes see of it. Lives for one call of `step`. */
export class StepRun implements StepScope {
  readonly session: Session
  readonly event: Event
  readonly settings: FlowSettings
  /** What is known of the contact; its language may be set on the way. */
  contact: Event['context']['contact']
  language: string
  readonly effects: Effect[] = []
  readonly trace: TraceEntry[] = []
  /** Nodes entered so far, in order. */
  readonly visited: string[] = []
  variables: Readonly<Record<string, JsonValue>>
  /** What the session will remember of taps. */
  taps: Pick<Session, 'lastTap' | 'pastPrompts'>
  #ownsVariables = false
  #current: CompiledNode | null = null
  #notes: string[] = []
  #unsaid: Unsaid | null = null
  #prompts = 0
  #random: (() => number) | null = null
  #conditionScope: ConditionScope | null = null

  constructor(flow: CompiledFlow, session: Session, event: Event) {
    this.session = session
    this.event = event
    this.settings = flow.settings
    this.contact = event.context.contact
    this.language = chooseLanguage(flow.settings, this.contact.language)
    this.variables = session.variables
    this.taps = session
  }

  get stepNumber(): number {
    return this.session.stepNumber + 1
  }

  /** Which node the following calls are about. */
  visit(current: CompiledNode): void {
    this.#current = current
  }

  /** Takes over what a node asked for; its trace entry is complete with it. */
  record(outcome: Outcome): void {
    if (outcome.variables) {
      for (const name of Object.keys(outcome.variables)) {
        const value = outcome.variables[name]
        if (value !== undefined) this.set(name, value)
      }
    }
    if (outcome.effects) for (const request of outcome.effects) this.addEffect(request)
    if (outcome.note !== undefined) this.#notes.push(outcome.note)
    this.addTrace(outcome.do === 'leave' ? outcome.by : undefined)
  }

  addEffect(request: EffectRequest): void {
    // A request is an effect without the two fields added here; TypeScript does not put spread unions together again.
    // V8 copies quickly when the copied properties come last.
    const nodeId = this.#current?.node.id ?? ''
    this.effects.push({ id: this.effectId(), nodeId, ...request } as Effect)
  }

  addTrace(leftBy?: string): void {
    const entry: { -readonly [Key in keyof TraceEntry]: TraceEntry[Key] } = {
      at: this.event.at,
      nodeId: this.#current?.node.id ?? '',
    }
    if (leftBy !== undefined) entry.leftBy = leftBy
    if (this.#notes.length > 0) {
      entry.note = this.#notes.join(' ')
      this.#notes = []
    }
    if (this.#unsaid) {
      entry.unsaid = this.#unsaid
      this.#unsaid = null
    }
    this.trace.push(entry)
  }

  // ------------------------------------------------------------------------------------------- StepScope

  render(source: string, max = MAX_TEXT_LENGTH): string {
    if (!source.includes('{')) return clipText(source, max)
    const rendered = renderLiquid(source, this.conditionScope)
    if (!rendered.ok) {
      this.note(`A text could not be filled in: ${rendered.problem}`)
      this.unsaid({ type: 'notFilled', problem: rendered.problem })
      return ''
    }
    const text = rendered.text.includes(NUL) ? rendered.text.replaceAll(NUL, '') : rendered.text
    return clipText(text, max)
  }

  mainTitleOf(optionId: string): string | undefined {
    if (this.language === this.settings.language) return undefined
    return this.#current?.mainTitles.get(optionId)
  }

  setContactLanguage(language: string): void {
    this.contact = { ...this.contact, language }
    this.language = chooseLanguage(this.settings, language)
    this.#conditionScope = null
  }

  random(): number {
    this.#random ??= randomSequence(this.event.seed)
    return this.#random()
  }

  effectId(offset = 0): string {
    return `${this.session.id}-${this.stepNumber}-${this.effects.length + offset}`
  }

  newPromptId(): string {
    const base = `${this.session.id}_${this.stepNumber.toString(36)}`
    const count = this.#prompts++
    return count === 0 ? base : `${base}-${count.toString(36)}`
  }

  note(text: string): void {
    this.#notes.push(text)
  }

  unsaid(reason: Unsaid): void {
    this.#unsaid ??= reason
  }

  set(name: string, value: JsonValue): void {
    if (!this.#ownsVariables) {
      this.variables = { ...this.variables }
      this.#ownsVariables = true
    }
    // The copy above is this step's own; nobody else has seen it.
    ;(this.variables as Record<string, JsonValue>)[name] = bounded(name, value, this)
  }

  isConnected(handle: string): boolean {
    return this.#current?.targetsByHandle.has(handle) ?? false
  }

  get timeZone(): string {
    return this.settings.timeZone || this.event.context.timeZone || 'UTC'
  }

  get conditionScope(): ConditionScope {
    this.#conditionScope ??= new RunScope(this)
    return this.#conditionScope
  }
}

/** The value, or as much of it as a session may hold. */
function bounded(name: string, value: JsonValue, run: StepRun): JsonValue {
  if (typeof value === 'string') {
    if (value.length <= MAX_VARIABLE_LENGTH) return value
    run.note(`The text for ${name} was cut, because it is too long.`)
    return clipText(value, MAX_VARIABLE_LENGTH)
  }
  if (typeof value !== 'object' || value === null) return value
  if (JSON.stringify(value).length <= MAX_VARIABLE_LENGTH) return value
  run.note(`The value for ${name} was not kept, because it is too large.`)
  return null
}

const NUL = String.fromCharCode(0)

/** The run as conditions and Liquid see it. */
class RunScope implements ConditionScope {
  readonly #run: StepRun
  readonly at: number
  readonly timeZone: string
  readonly language: string
  readonly contact: ConditionScope['contact']
  readonly conversation: ConditionScope['conversation']
  readonly number: ConditionScope['number']
  readonly channel: string
  readonly random: () => number
  readonly system: ConditionScope['system']

  constructor(run: StepRun) {
    const { conversation, number, channel } = run.event.context
    const { contact } = run
    this.#run = run
    this.at = run.event.at
    this.timeZone = run.timeZone
    this.language = run.language
    this.contact = contact
    this.conversation = conversation
    this.number = number
    this.channel = channel
    this.random = () => run.random()
    this.system = { contact, conversation, number, channel }
  }

  get variables() {
    return this.#run.variables
  }
}
