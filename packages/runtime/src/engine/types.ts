import type {
  ChannelType,
  ConditionScope,
  Content,
  FlowNode,
  FlowSettings,
  InboundContent,
  JsonValue,
  NodeType,
} from '@parley/shared'

/**
 * The engine's whole vocabulary. `step(flow, session, event)` is pure, so everything it may need comes in
 * with the event, and everything it wants done goes out as effects.
 */

/** What a flow may know about the person, the number and the thread; a snapshot taken when the event was made. */
export interface EventContext {
  readonly contact: {
    readonly id: string
    readonly name: string
    /** E.164 digits without +, or empty when the platform hides it. */
    readonly phone: string
    readonly tags: readonly string[]
    readonly attributes: Readonly<Record<string, JsonValue>>
    readonly optedOut: boolean
    /** BCP 47; empty while nobody knows it. */
    readonly language: string
  }
  readonly conversation: { readonly id: string; readonly isGroup: boolean }
  readonly number: { readonly id: string; readonly name: string; readonly phone: string }
  readonly channel: ChannelType
  /** IANA name; what "today" and "9 o'clock" mean. */
  readonly timeZone: string
}

interface EventBase {
  /** Unique; the same event replayed after a crash has the same id. */
  readonly id: string
  /** Epoch milliseconds. The engine's only clock. */
  readonly at: number
  /** 32-bit seed of every random choice made in this step. */
  readonly seed: number
  readonly context: EventContext
}

export type Event = EventBase &
  (
    | {
        /** The session begins at the start node. */
        readonly type: 'started'
        readonly triggerId: string | null
        /** What the contact wrote, when a message started it. */
        readonly message?: IncomingMessage
        /** Values given by an API call. */
        readonly variables?: Readonly<Record<string, JsonValue>>
      }
    | { readonly type: 'message'; readonly message: IncomingMessage }
    | { readonly type: 'timer'; readonly timerId: string }
    | { readonly type: 'httpResponse'; readonly effectId: string; readonly result: HttpResult }
    | { readonly type: 'handoverResolved' }
  )

export interface IncomingMessage {
  readonly messageId: string
  readonly content: InboundContent
}

export type HttpResult =
  | {
      readonly outcome: 'answered'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      /** Parsed when it was JSON, otherwise text. */
      readonly body: JsonValue
    }
  | { readonly outcome: 'failed'; readonly reason: string }
  | { readonly outcome: 'timedOut' }

/** One option of a prompt that the contact can choose. */
export interface PromptOption {
  /** Handle, or value, that the choice stands for; the last part of its token. */
  readonly key: string
  readonly title: string
  /** In the flow's own language, where the contact sees another: what variables get, so that conditions see one word. */
  readonly mainTitle?: string
  readonly synonyms?: readonly string[]
}

/** The question that the contact sees right now. Taps that carry another `promptId` are taps on an old message. */
export interface Prompt {
  readonly promptId: string
  readonly nodeId: string
  readonly options: readonly PromptOption[]
  /** Of its titles; absent in flows that have one language only. */
  readonly language?: string
}

/** Where a session rests. */
export interface Waiting {
  readonly nodeId: string
  /** Epoch milliseconds. */
  readonly since: number
  /** Answers refused so far. */
  readonly tries: number
  readonly prompt?: Prompt
  /** Timers running for this rest, by what they are for. */
  readonly timers?: Readonly<Record<string, string>>
  /** The effect whose answer is awaited. */
  readonly effectId?: string
}

/**
 * Where one contact is in a flow version. Small on purpose: it names the version and never holds the flow.
 * `waiting` null and `ended` null means that the session has not started.
 */
export interface Session {
  readonly id: string
  /** Steps made; part of every id derived from the session. */
  readonly stepNumber: number
  readonly waiting: Waiting | null
  readonly variables: Readonly<Record<string, JsonValue>>
  readonly ended: SessionEnd | null
  /** Token of the last option chosen by a tap: the same tap again is a double tap, not an old one. */
  readonly lastTap?: string
  /** The last prompts that were answered, oldest first; kept only when taps on them jump back. */
  readonly pastPrompts?: readonly Prompt[]
}

export type SessionEnd =
  | { readonly reason: 'finished' }
  /** An edge was missing. */
  | { readonly reason: 'deadEnd'; readonly nodeId: string; readonly handle: string }
  | { readonly reason: 'loop'; readonly nodeIds: readonly string[] }
  /** Another trigger interrupted it, or a person stopped it. */
  | { readonly reason: 'interrupted' }
  | { readonly reason: 'error'; readonly message: string }

interface EffectBase {
  /** `<session id>-<step number>-<effect index>`: the same again when the step is replayed. */
  readonly id: string
  readonly nodeId: string
}

export type Effect = EffectBase &
  (
    | { readonly type: 'send'; readonly content: Content; readonly quotedMessageId?: string }
    | { readonly type: 'startTimer'; readonly fireAt: number }
    | { readonly type: 'cancelTimer'; readonly timerId: string }
    | { readonly type: 'httpRequest'; readonly request: HttpRequest }
    | { readonly type: 'updateContact'; readonly change: ContactChange }
    | { readonly type: 'handOver'; readonly to: string; readonly note: string }
  )

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly timeoutMs: number
  /** Further tries after a failure; only for methods that may be repeated. */
  readonly retries: number
}

export interface ContactChange {
  readonly setName?: string
  /** BCP 47; empty: not known. */
  readonly setLanguage?: string
  readonly setAttributes?: Readonly<Record<string, JsonValue>>
  readonly addTags?: readonly string[]
  readonly removeTags?: readonly string[]
}

/** What happened in a step, for the author: shown in the simulator and kept for a while per session. */
export interface TraceEntry {
  readonly at: number
  readonly nodeId: string
  /** Handle it left by; absent when it stayed. */
  readonly leftBy?: string
  /** In the author's words. */
  readonly note?: string
  /** Why the contact did not get what the node says. */
  readonly unsaid?: Unsaid
}

/** What kept a text from being as its author wrote it. */
export type Unsaid =
  /** A template in it is broken; `problem` is what Liquid says. */
  | { readonly type: 'notFilled'; readonly problem: string }
  /** Nothing is left of the text, or of the address of a file or a page. */
  | { readonly type: 'noText' }
  | { readonly type: 'noFile' }
  | { readonly type: 'noUrl' }

/** What a node asks the engine to do next. */
export type Outcome = {
  readonly effects?: readonly EffectRequest[]
  readonly variables?: Readonly<Record<string, JsonValue>>
  readonly note?: string
} & (
  | { readonly do: 'leave'; readonly by: string }
  /** Jump without an edge. */
  | { readonly do: 'goTo'; readonly nodeId: string }
  | { readonly do: 'end' }
  | {
      readonly do: 'wait'
      /** `since` is the event's time unless it is given. */
      readonly waiting: Omit<Waiting, 'nodeId' | 'since'> & { readonly since?: number }
    }
  /** Rest on as before: what came was nothing for this node. */
  | { readonly do: 'stay' }
)

/** An effect before the engine has given it its id and node. */
export type EffectRequest = Effect extends infer Each
  ? Each extends Effect
    ? Omit<Each, 'id' | 'nodeId'>
    : never
  : never

export type NodeBehaviourMap = { readonly [Type in NodeType]: NodeBehaviour<Type> }

/** What a node's behaviour may ask of the engine; everything in it is a pure function of the step's input. */
export interface StepScope {
  readonly session: Session
  readonly event: Event
  /** Variables as they are now, those set earlier in this step included. */
  readonly variables: Readonly<Record<string, JsonValue>>
  /**
   * Renders Liquid with variables, contact, number and the event's clock, to at most `max` UTF-16 units (65,536 when
   * absent). A broken template renders as an empty text with a note.
   */
  render(source: string, max?: number): string
  /** A number in [0, 1), the next of the sequence that the event's seed gives. */
  random(): number
  /** The id that the next effect of this step will get, for waiting on it. `offset` counts the effects put before it in the same outcome. */
  effectId(offset?: number): string
  /** A prompt id that is new with every prompt sent. */
  newPromptId(): string
  note(text: string): void
  /** Says why the contact does not get what the node says; of several reasons the first one counts. */
  unsaid(reason: Unsaid): void
  /** Sets a variable at once, so that what the node renders next sees it. */
  set(name: string, value: JsonValue): void
  /** What conditions and Liquid expressions look at. */
  readonly conditionScope: ConditionScope
  readonly settings: FlowSettings
  /** The language that the contact is spoken to in: one of the flow's. */
  readonly language: string
  /** An option's title in the flow's own language, where the node speaks another one now. */
  mainTitleOf(optionId: string): string | undefined
  /** Sets the contact's language (BCP 47; empty: not known). What the node's successors say is in it already. */
  setContactLanguage(language: string): void
  /** The flow's time zone, or the workspace's. */
  readonly timeZone: string
  /** True when an edge leaves the node by this handle. */
  isConnected(handle: string): boolean
}

export interface NodeBehaviour<Type extends NodeType> {
  /** Called when the session comes to the node. */
  enter(node: FlowNode<Type>, scope: StepScope): Outcome
  /** Called with the event when the session rests at the node. Present on the nodes that wait. */
  resume?(node: FlowNode<Type>, scope: StepScope, waiting: Waiting): Outcome
}
