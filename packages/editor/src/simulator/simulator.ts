import {
  answerCall,
  clockOf,
  fireTimer,
  type HttpResult,
  handBack,
  type Moment,
  newSimulation,
  nextTimer,
  type PendingCall,
  type PlayableFlow,
  receive,
  type SetUp,
  type SimulatedContact,
  type Simulation,
  simulationAt,
  skipWaiting,
  startAt,
  toPlayable,
} from '@parley/runtime/engine'
import type { ChannelType, InboundContent } from '@parley/shared'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FlowEditor } from '../canvas/FlowEditor.ts'
import { NOTHING_LIT } from '../canvas/lit.ts'
import type { FlowState } from '../document/flowStore.ts'
import { createReplayer, type Replay, type Replayer } from './flowTests/replay.ts'
import { toLit } from './toLit.ts'

/** How the requests of a node are answered from now on. */
export type CallAnswer =
  | { readonly by: 'server' }
  | { readonly by: 'sample'; readonly result: HttpResult }

export interface SimulatorState {
  readonly simulation: Simulation
  /** Where the conversation began, when not at the start of the flow. */
  readonly startNodeId: string | null
  /** True while the server makes the request that the flow waits for. */
  readonly isCalling: boolean
  /** Why the server did not make it. */
  readonly callFailure: string | null
  readonly answers: ReadonlyMap<string, CallAnswer>
  /** The test that is being played, or was to its end; null once somebody goes on by hand. */
  readonly replay: Replay | null
}

/** One conversation with the draft of an open flow. It lives as long as the flow is open, its panel may come and go. */
export interface Simulator {
  readonly store: StoreApi<SimulatorState>
  /** What can run of the draft as it is now; null when it is no flow. */
  readonly playable: () => PlayableFlow | null
  readonly send: (content: InboundContent) => void
  /** Begins at the start of the flow without a message. */
  readonly start: () => void
  /** Forgets the conversation; contact and channel stay. A node begins at once, the beginning (null) waits for a message. */
  readonly restart: (startNodeId: string | null) => void
  readonly skip: () => void
  readonly handBack: () => void
  /** Has the server make the waiting request. */
  readonly callForReal: () => Promise<void>
  readonly answerWith: (result: HttpResult) => void
  /** Answers this node's requests in the same way from now on; null: asks again. */
  readonly remember: (nodeId: string, answer: CallAnswer | null) => void
  readonly setContact: (contact: SimulatedContact) => void
  readonly setChannel: (channel: ChannelType) => void
  /** The channel on which conversations that have not begun yet shall be held. */
  readonly suggestChannel: (channel: ChannelType) => void
  /** Plays tests instead of the conversation; whatever is done here by hand goes on from where they are. */
  readonly replayer: Replayer
  /** Shows on the canvas where the conversation has been, or stops doing so. */
  readonly setLit: (isLit: boolean) => void
  readonly stop: () => void
}

export interface SimulatorPorts {
  /** Makes a request through the server. */
  readonly call: (pending: PendingCall) => Promise<HttpResult>
  readonly contact: SimulatedContact
  readonly channel: ChannelType
  readonly now?: () => number
  readonly seed?: () => number
  /** Calls back after a time; gives what cancels it. */
  readonly after?: (ms: number, task: () => void) => () => void
}

/** Browsers count timers in 31 bits; longer waits are looked at again after this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export function createSimulator(
  editor: Pick<FlowEditor, 'flow' | 'lit' | 'running'>,
  ports: SimulatorPorts,
): Simulator {
  const { call, now = Date.now, seed = randomSeed, after = afterReal } = ports
  const playable = latestPlayable(editor.flow)
  let isLit = false
  let cancelTimer = (): void => undefined
  const store = createStore<SimulatorState>(() => ({
    simulation: newSimulation(ports.contact, ports.channel),
    startNodeId: null,
    isCalling: false,
    callFailure: null,
    answers: new Map(),
    replay: null,
  }))
  /** Who writes and where when no test is played. */
  let own: SetUp | null = null
  const moment = (): Moment => ({ now: now(), seed: seed() })
  const light = () =>
    editor.lit.setState(
      isLit ? toLit(store.getState().simulation, editor.flow.getState()) : NOTHING_LIT,
    )

  /** Tells the forms what texts would be filled with at this moment; nothing before the conversation has begun. */
  function tellValues(): void {
    const { simulation } = store.getState()
    const { session, contact, channel } = simulation
    const values = session && {
      variables: session.variables,
      contact,
      channel,
      at: clockOf(simulation, now()),
    }
    editor.running.setState(values, true)
  }

  const replayer = createReplayer({
    playable,
    after,
    onChange(replay) {
      // Time goes by lines while a test is played.
      cancelTimer()
      const { contact, channel } = store.getState().simulation
      own ??= { contact, channel }
      const simulation = simulationAt(replay.walk, now())
      store.setState({ simulation, replay, startNodeId: null, isCalling: false, callFailure: null })
      light()
      tellValues()
      if (replay.walk.isOver) schedule()
    },
  })

  function takeOver(): void {
    if (!store.getState().replay) return
    replayer.stop()
    store.setState({ replay: null })
    schedule()
  }

  /** Every change of the conversation by hand goes through here. */
  function change(make: (simulation: Simulation, flow: PlayableFlow) => Simulation): void {
    takeOver()
    const flow = playable()
    const before = store.getState().simulation
    const simulation = flow ? make(before, flow) : before
    if (simulation === before) return
    store.setState({ simulation })
    light()
    tellValues()
    schedule()
    if (simulation.call && simulation.call !== before.call) answerAsRemembered(simulation.call)
  }

  function schedule(): void {
    cancelTimer()
    const { simulation } = store.getState()
    const timer = nextTimer(simulation)
    if (!timer) return
    const ms = timer.fireAt - clockOf(simulation, now())
    cancelTimer = after(Math.min(Math.max(0, ms), LONGEST_TIMER_MS), () => {
      if (clockOf(store.getState().simulation, now()) < timer.fireAt) return schedule()
      change((current, flow) => fireTimer(current, flow, timer.id, moment()))
    })
  }

  function answerAsRemembered({ nodeId }: PendingCall): void {
    const answer = store.getState().answers.get(nodeId)
    store.setState({ callFailure: null, isCalling: false })
    if (answer?.by === 'sample') answerWith(answer.result)
    else if (answer?.by === 'server') void callForReal()
  }

  function answerWith(result: HttpResult): void {
    const pending = store.getState().simulation.call
    if (!pending) return
    store.setState({ callFailure: null, isCalling: false })
    const { effectId } = pending
    change((simulation, flow) => answerCall(simulation, flow, { effectId, result }, moment()))
  }

  async function callForReal(): Promise<void> {
    const pending = store.getState().simulation.call
    if (!pending || store.getState().isCalling) return
    store.setState({ isCalling: true, callFailure: null })
    const isAwaited = () => store.getState().simulation.call === pending
    try {
      const result = await call(pending)
      if (isAwaited()) answerWith(result)
    } catch (error) {
      if (!isAwaited()) return
      // The panel says it beside the request, which can be made again or answered by hand.
      const callFailure = error instanceof Error ? error.message : String(error)
      store.setState({ isCalling: false, callFailure })
    }
  }

  return {
    store,
    playable,
    send: (content) => change((simulation, flow) => receive(simulation, flow, content, moment())),
    start: () => change((simulation, flow) => startAt(simulation, flow, null, moment())),
    restart(from) {
      clear(from)
      if (from !== null) {
        change((simulation, flow) => startAt(simulation, flow, from, moment()))
      }
    },
    skip: () => change((simulation, flow) => skipWaiting(simulation, flow, moment())),
    handBack: () => change((simulation, flow) => handBack(simulation, flow, moment())),
    callForReal,
    answerWith,
    remember(nodeId, answer) {
      const answers = new Map(store.getState().answers)
      if (answer) answers.set(nodeId, answer)
      else answers.delete(nodeId)
      store.setState({ answers })
    },
    setContact: (contact) => setUp({ contact }),
    setChannel: (channel) => setUp({ channel }),
    suggestChannel(channel) {
      // A conversation stays on the channel where it began, and a test on its own.
      if (own) own = { ...own, channel }
      else if (store.getState().simulation.log.length === 0) setUp({ channel })
    },
    replayer: { ...replayer, stop: takeOver },
    setLit(next) {
      isLit = next
      light()
    },
    stop() {
      replayer.stop()
      cancelTimer()
      isLit = false
      light()
    },
  }

  function setUp(part: Partial<SetUp>): void {
    takeOver()
    own = own && { ...own, ...part }
    store.setState(({ simulation }) => ({ simulation: { ...simulation, ...part } }))
  }

  function clear(startNodeId: string | null): void {
    takeOver()
    cancelTimer()
    const { contact, channel } = own ?? store.getState().simulation
    own = null
    store.setState({
      simulation: newSimulation(contact, channel),
      startNodeId,
      isCalling: false,
      callFailure: null,
    })
    light()
    tellValues()
  }
}

/** The draft made ready to run, once for each state of it. */
function latestPlayable(flow: StoreApi<FlowState>): () => PlayableFlow | null {
  let seen: FlowState | null = null
  let playable: PlayableFlow | null = null
  return () => {
    const state = flow.getState()
    if (state !== seen) {
      const { nodes, edges, variables, settings } = state
      playable = toPlayable({ nodes, edges, variables, settings })
      seen = state
    }
    return playable
  }
}

const randomSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

function afterReal(ms: number, task: () => void): () => void {
  const timer = setTimeout(task, ms)
  return () => clearTimeout(timer)
}
