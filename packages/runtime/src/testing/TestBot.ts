import {
  type Content,
  contentSchema,
  type Flow,
  type InboundContent,
  type JsonValue,
  matchTrigger,
  triggersOf,
} from '@parley/shared'
import { expect } from 'vitest'
import {
  type CompiledFlow,
  compileFlow,
  type Effect,
  type Event,
  type EventContext,
  type HttpRequest,
  type HttpResult,
  newSession,
  type Session,
  step,
  type TraceEntry,
} from '../engine/index.ts'
import { describeContent, optionsOf } from './describeContent.ts'

/** What may be different about the customer and the number; the rest is the same in every test. */
export interface BotSettings {
  readonly contact?: Partial<EventContext['contact']>
  readonly isGroup?: boolean
  readonly timeZone?: string
  /** Epoch milliseconds at the beginning; Monday, 5 January 2026, 9:00 UTC when absent. */
  readonly at?: number
  readonly seed?: number
}

const UNITS_MS = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const

/**
 * Plays a flow as a customer would see it, with the engine alone: what it sends is kept as a transcript, its timers fire
 * when the test lets time pass, and the test answers its requests. What must hold after every step of every flow is
 * checked on the way: sessions survive JSON, ids are unique, messages are valid.
 */
export class TestBot {
  readonly flow: CompiledFlow
  session: Session
  now: number
  readonly effects: Effect[] = []
  readonly trace: TraceEntry[] = []
  readonly #published: Flow
  #settings: BotSettings
  #timers: { id: string; fireAt: number }[] = []
  #requests: { id: string; request: HttpRequest }[] = []
  /** What was sent since the test looked last. */
  #unseen: Content[] = []
  #events = 0
  readonly #effectIds = new Set<string>()
  #sessions = 1

  constructor(flow: Flow, settings: BotSettings = {}) {
    this.#published = flow
    this.#settings = settings
    this.flow = compileFlow(deepFreeze(flow))
    this.session = newSession('s1')
    this.now = settings.at ?? Date.UTC(2026, 0, 5, 9)
  }

  /** The customer writes, or sends something else than words. Begins a session when a trigger says so. */
  receives(said: string | InboundContent): this {
    const content = typeof said === 'string' ? ({ type: 'text', text: said } as const) : said
    const message = { messageId: `m${this.#events}`, content }
    const isRunning = this.session.waiting !== null
    const start = matchTrigger(
      triggersOf(this.#published).map((trigger) => ({ trigger, timeZone: this.#timeZone })),
      {
        content,
        isFirstMessage: this.#events === 0,
        isGroup: this.#settings.isGroup ?? false,
        hasRunningSession: isRunning,
        at: this.now,
      },
    )
    if (start === null) {
      if (isRunning) this.step({ ...this.#base(), type: 'message', message })
      else this.#events++
      return this
    }
    return this.starts({ triggerId: start.trigger.id, message })
  }

  /** The flow begins, as by hand or by the API. */
  starts(
    given: Partial<
      Pick<Extract<Event, { type: 'started' }>, 'triggerId' | 'message' | 'variables'>
    > = {},
  ): this {
    if (this.session.stepNumber > 0) this.session = newSession(`s${++this.#sessions}`)
    this.step({ ...this.#base(), type: 'started', triggerId: null, ...given })
    return this
  }

  /** The customer taps an option by its title: on the last message that had one of that title, or some messages before it. */
  taps(title: string, { messagesBefore = 0 } = {}): this {
    const carrying = this.effects.flatMap((effect) =>
      effect.type === 'send' && optionsOf(effect.content).some((option) => option.title === title)
        ? [effect.content]
        : [],
    )
    const content = carrying.at(-1 - messagesBefore)
    const option = content && optionsOf(content).find((each) => each.title === title)
    if (!option) throw new Error(`Nothing to tap is called ${title}`)
    return this.receives({ type: 'tap', id: option.id, title: option.title })
  }

  /** Something about the customer changes, as a person in the inbox or the API changes it. */
  becomes(contact: NonNullable<BotSettings['contact']>): this {
    this.#settings = { ...this.#settings, contact: { ...this.#settings.contact, ...contact } }
    return this
  }

  /** Time goes by, for example "2 days"; timers fire on the way, in their order. */
  passes(time: string): this {
    const [, amount = '', unit = ''] = /^([\d.]+) (second|minute|hour|day)s?$/.exec(time) ?? []
    if (!isUnit(unit)) throw new Error(`“${time}” should read like “2 days”`)
    const end = this.now + Number(amount) * UNITS_MS[unit]
    for (
      let fireAt = this.timers[0];
      fireAt !== undefined && fireAt <= end;
      fireAt = this.timers[0]
    )
      this.passesToNextTimer()
    this.now = end
    return this
  }

  /** Time goes by until a timer fires; none when none is running. */
  passesToNextTimer(): this {
    const [next] = this.#timers.toSorted((a, b) => a.fireAt - b.fireAt)
    if (!next) return this
    this.now = Math.max(this.now, next.fireAt)
    this.#timers = this.#timers.filter((timer) => timer !== next)
    this.step({ ...this.#base(), type: 'timer', timerId: next.id })
    return this
  }

  /** The web service that was called last answers. */
  isAnswered(status: number, body: JsonValue = null): this {
    return this.#finishRequest({ outcome: 'answered', status, headers: {}, body })
  }
  isNotAnswered(): this {
    return this.#finishRequest({ outcome: 'timedOut' })
  }
  cannotCall(reason = 'The host was not found.'): this {
    return this.#finishRequest({ outcome: 'failed', reason })
  }

  /** The person to whom it was handed over gives the conversation back. */
  isHandedBack(): this {
    this.step({ ...this.#base(), type: 'handoverResolved' })
    return this
  }

  /** Everything sent since the last look, as `describeContent` tells it: texts, or matchers. */
  expectToHaveSent(...expected: readonly unknown[]): this {
    expect(this.takeSent().map(describeContent)).toEqual(expected)
    return this
  }

  takeSent(): readonly Content[] {
    const sent = this.#unseen
    this.#unseen = []
    return sent
  }

  expectVariables(expected: Readonly<Record<string, JsonValue>>): this {
    expect(this.session.variables).toMatchObject(expected)
    return this
  }

  expectToWaitAt(nodeId: string): this {
    expect(this.session).toMatchObject({ waiting: { nodeId }, ended: null })
    return this
  }

  expectToHaveEnded(reason: 'finished' | 'deadEnd' | 'error' = 'finished'): this {
    expect(this.session).toMatchObject({ waiting: null, ended: { reason } })
    return this
  }

  expectNote(note: RegExp): this {
    expect(this.notes).toContainEqual(expect.stringMatching(note))
    return this
  }

  get notes(): readonly string[] {
    return this.trace.flatMap((entry) => (entry.note === undefined ? [] : [entry.note]))
  }

  /** Handles and nodes in the order they were left, as "node.handle". */
  get path(): readonly string[] {
    return this.trace.flatMap(({ nodeId, leftBy }) => (leftBy ? [`${nodeId}.${leftBy}`] : []))
  }

  get request(): HttpRequest | undefined {
    return this.#requests.at(-1)?.request
  }

  get timers(): readonly number[] {
    return this.#timers.map(({ fireAt }) => fireAt).toSorted((a, b) => a - b)
  }

  /** One event, with everything that must hold after any. */
  step(event: Event): void {
    this.#events++
    const frozen = deepFreeze(this.session)
    const { session, effects, trace } = step(this.flow, frozen, deepFreeze(event))
    expect(session.stepNumber).toBe(frozen.stepNumber + 1)
    expect(JSON.parse(JSON.stringify(session))).toEqual(session)
    this.session = session
    this.trace.push(...trace)
    for (const effect of effects) this.#carryOut(effect)
  }

  #carryOut(effect: Effect): void {
    expect([...this.#effectIds]).not.toContain(effect.id)
    this.#effectIds.add(effect.id)
    this.effects.push(effect)
    switch (effect.type) {
      case 'send':
        expect(contentSchema.parse(effect.content)).toEqual(effect.content)
        this.#unseen.push(effect.content)
        break
      case 'startTimer':
        this.#timers.push({ id: effect.id, fireAt: effect.fireAt })
        break
      case 'cancelTimer':
        this.#timers = this.#timers.filter(({ id }) => id !== effect.timerId)
        break
      case 'httpRequest':
        this.#requests.push({ id: effect.id, request: effect.request })
        break
      case 'handOver':
      case 'updateContact':
        break
    }
  }

  #finishRequest(result: HttpResult): this {
    const request = this.#requests.pop()
    if (!request) throw new Error('The flow called no web service')
    this.step({ ...this.#base(), type: 'httpResponse', effectId: request.id, result })
    return this
  }

  get #timeZone(): string {
    return this.#settings.timeZone ?? 'UTC'
  }

  get context(): EventContext {
    const { contact, isGroup = false } = this.#settings
    return {
      ...A_CONTEXT,
      contact: { ...A_CONTEXT.contact, ...contact },
      conversation: { ...A_CONTEXT.conversation, isGroup },
      timeZone: this.#timeZone,
    }
  }

  #base() {
    const { seed = 1 } = this.#settings
    return {
      id: `e${this.#events}`,
      at: this.now,
      seed: seed + this.#events,
      context: this.context,
    }
  }
}

const isUnit = (unit: string): unit is keyof typeof UNITS_MS => Object.hasOwn(UNITS_MS, unit)

const A_CONTEXT: EventContext = {
  contact: {
    id: 'contact_1',
    name: 'Ana',
    phone: '5511987654321',
    tags: ['vip'],
    attributes: { city: 'São Paulo', orders: 3 },
    optedOut: false,
    language: '',
  },
  conversation: { id: 'conversation_1', isGroup: false },
  number: { id: 'number_1', name: 'Shop', phone: '551133334444' },
  channel: 'sandbox',
  timeZone: 'UTC',
}

/** Whoever writes to it afterwards fails. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}
