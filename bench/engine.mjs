// Engine alone: user messages per second with the session as JSON text, beside a bare hand-written walker of the same
// graph in the same run. One conversation is 3 messages in and 4 out: a greeting and a question for the name, three
// buttons, a condition, a variable, a text with three variables. Every answer is checked.
//   node --expose-gc bench/engine.mjs [--conversations=20000] [--runs=3] [--open=10000]
import { compileFlow, newSession, step } from '@parley/runtime/engine'
import { CHOICES, conversationFlow, DEPARTMENTS } from './lib/conversation.mjs'

const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')),
)
const CONVERSATIONS = Number(options.conversations ?? 20_000)
const RUNS = Number(options.runs ?? 3)
const OPEN = Number(options.open ?? 10_000)
const MIB = 1_048_576

// ------------------------------------------------------------------------------------------------ Parley

const flow = compileFlow(conversationFlow)

const context = {
  contact: {
    id: 'c',
    name: 'Ana',
    phone: '5511987654321',
    tags: [],
    attributes: {},
    optedOut: false,
  },
  conversation: { id: 'conversation', isGroup: false },
  number: { id: 'number', name: 'Acme', phone: '5511900000000' },
  channel: 'sandbox',
  timeZone: 'UTC',
}

function parley() {
  const sessions = new Map()
  let events = 0
  return {
    name: 'parley-engine',
    handle(user, text) {
      const stored = sessions.get(user)
      const session = stored === undefined ? newSession(`s${user}`) : JSON.parse(stored)
      const id = `e${events++}`
      const at = 1_795_000_000_000
      const message = { messageId: id, content: { type: 'text', text } }
      const event =
        stored === undefined
          ? { type: 'started', id, at, seed: events, context, triggerId: 'any', message }
          : { type: 'message', id, at, seed: events, context, message }
      const result = step(flow, session, event)
      if (result.session.ended === null) sessions.set(user, JSON.stringify(result.session))
      else sessions.delete(user)
      return result.effects.map(({ content }) => content.text)
    },
  }
}

// ------------------------------------------------------------------------------------------------ control

/** As little as can play this conversation from a stored graph: what the engine's rules cost is the difference. */
function bareWalker() {
  const nodes = {
    greet: { type: 'text', text: 'Hello! Welcome to Acme.', next: 'name' },
    name: { type: 'ask', text: 'What is your name?', saveAs: 'name', next: 'ask' },
    ask: {
      type: 'ask',
      text: 'Choose a department',
      of: CHOICES,
      saveAs: 'choice',
      next: 'branch',
    },
    branch: {
      type: 'condition',
      by: 'choice',
      Sales: 'setSales',
      Support: 'setSupport',
      else: 'setOther',
    },
    setSales: { type: 'set', value: 'dept-1', next: 'thanks' },
    setSupport: { type: 'set', value: 'dept-2', next: 'thanks' },
    setOther: { type: 'set', value: 'dept-3', next: 'thanks' },
    thanks: {
      type: 'text',
      text: 'Thanks {{ name }}, {{ choice }} ({{ department }}) will contact you.',
    },
  }
  const fill = (text, variables) =>
    text.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name) => variables[name] ?? '')
  const sessions = new Map()
  return {
    name: 'bare-walker',
    handle(user, text) {
      const stored = sessions.get(user)
      const session = stored === undefined ? { at: null, variables: {} } : JSON.parse(stored)
      const sent = []
      let id = 'greet'
      if (session.at !== null) {
        const node = nodes[session.at]
        if (node.of && !node.of.includes(text)) return [node.text]
        session.variables[node.saveAs] = text
        id = node.next
      }
      session.at = null
      while (id !== undefined && session.at === null) {
        const node = nodes[id]
        if (node.type === 'text' || node.type === 'ask')
          sent.push(fill(node.text, session.variables))
        if (node.type === 'set') session.variables.department = node.value
        if (node.type === 'ask') session.at = id
        id = node.type === 'condition' ? (node[session.variables[node.by]] ?? node.else) : node.next
      }
      if (session.at === null) sessions.delete(user)
      else sessions.set(user, JSON.stringify(session))
      return sent
    },
  }
}

// ------------------------------------------------------------------------------------------------ measuring

function play(engine, user) {
  const name = `Ana${user}`
  const choice = CHOICES[user % 3]
  const turns = [
    ['hi', 2, 'What is your name?'],
    [name, 1, 'Choose a department'],
    [choice, 1, `Thanks ${name}, ${choice} (${DEPARTMENTS[choice]}) will contact you.`],
  ]
  for (const [text, count, last] of turns) {
    const sent = engine.handle(user, text)
    if (sent.length !== count || sent.at(-1) !== last) {
      throw new Error(`${engine.name} answered ${JSON.stringify(sent)} to ${text}`)
    }
  }
}

function measure(engine, from) {
  const cpuBefore = process.cpuUsage()
  const started = process.hrtime.bigint()
  for (let user = from; user < from + CONVERSATIONS; user++) play(engine, user)
  const seconds = Number(process.hrtime.bigint() - started) / 1e9
  const { user, system } = process.cpuUsage(cpuBefore)
  const messages = CONVERSATIONS * 3
  return { perSecond: messages / seconds, cpuUs: (user + system) / messages }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

function heapMb() {
  for (let round = 0; round < 4; round++) globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / MIB
}

function openSessions(make) {
  const before = heapMb()
  const engine = make()
  for (let user = 0; user < OPEN; user++) engine.handle(user, 'hi')
  const after = heapMb()
  // Used once more, so that nothing of it can be collected before the measurement.
  engine.handle(0, 'Ana')
  return after - before
}

const controls = {}
for (const make of [bareWalker, parley]) {
  const engine = make()
  measure(engine, 0)
  const runs = Array.from({ length: RUNS }, (_, run) => measure(engine, (run + 1) * CONVERSATIONS))
  const perSecond = Math.round(median(runs.map((run) => run.perSecond)))
  controls[engine.name] = perSecond
  console.log(
    JSON.stringify({
      bench: 'engine',
      subject: engine.name,
      userMessagesPerSecond: perSecond,
      cpuUsPerMessage: Number(median(runs.map((run) => run.cpuUs)).toFixed(2)),
      runs: runs.map((run) => Math.round(run.perSecond)),
      openSessions: OPEN,
      openSessionsHeapMb: Number(openSessions(make).toFixed(2)),
      ...(engine.name === 'parley-engine'
        ? {
            target: 100_000,
            shareOfBareWalker: Number((perSecond / controls['bare-walker']).toFixed(2)),
          }
        : {}),
    }),
  )
}
