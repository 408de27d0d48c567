import { expect, it } from 'vitest'
import { aNode, anEditor, edgesOf } from '../../testing/anEditor.ts'
import { createSimulator } from '../simulator.ts'

//  [start: hi] ─► [text] ─► [delay 1 h] ─► [text]
const FLOW = {
  nodes: [
    aNode('start', 'start', { triggers: [{ type: 'keyword', id: 'k', words: ['hi'] }] }),
    aNode('hello', 'text', { text: 'Hello {{ contact.name }}' }),
    aNode('wait', 'delay', { type: 'for', amount: 1, unit: 'hours' }),
    aNode('later', 'text', { text: 'Here I am again.' }),
  ],
  edges: edgesOf('start > hello', 'hello > wait', 'wait > later'),
}
const SCRIPT = 'Customer: hi\nBot: Hello Ana\nSkip waiting\nBot: Here I am again.\nEnd'
const OWN = { name: 'Bo', phone: '4915100000000', tags: [], attributes: {} }

/** A simulator whose time goes on when the test says so. */
function aPhone() {
  const waiting = new Map<number, { readonly ms: number; readonly task: () => void }>()
  let timers = 0
  const editor = anEditor(FLOW)
  const simulator = createSimulator(editor, {
    call: () => Promise.reject(new Error('Nothing is called here.')),
    contact: OWN,
    channel: 'telegram',
    now: () => 1_800_000_000_000,
    seed: () => 1,
    after(ms, task) {
      const id = timers++
      waiting.set(id, { ms, task })
      return () => void waiting.delete(id)
    },
  })
  const pass = () => {
    const [next] = [...waiting].toSorted(([, a], [, b]) => a.ms - b.ms)
    if (!next) return
    waiting.delete(next[0])
    next[1].task()
  }
  const state = () => simulator.store.getState()
  const said = () =>
    state().simulation.log.flatMap((entry) =>
      entry.type === 'sent' && entry.content.type === 'text' ? entry.content.text : [],
    )
  return {
    editor,
    simulator,
    state,
    said,
    play: (script = SCRIPT) => simulator.replayer.begin({ id: 't', name: 'Greets', script }),
    pass: (times = 1) => Array.from({ length: times }).forEach(pass),
    waits: () => [...waiting.values()].map(({ ms }) => ms),
  }
}

it('holds a test line by line in the phone, lights the way on the canvas, and says that all went well', () => {
  const { play, pass, said, state, simulator, editor } = aPhone()
  simulator.setLit(true)
  play()
  expect(said()).toEqual([])
  pass()
  expect(said()).toEqual(['Hello Ana'])
  expect(editor.lit.getState().currentNodeId).toBe('wait')
  expect(state().replay).toMatchObject({ status: 'playing', walk: { done: 1 } })
  pass(2)
  expect(said()).toEqual(['Hello Ana', 'Here I am again.'])
  pass(3)
  expect(state().replay).toMatchObject({ status: 'passed', walk: { done: 5, failure: null } })
})

it('stops at the first difference', () => {
  const { play, pass, state, editor } = aPhone()
  editor.edit({ putNodes: [aNode('hello', 'text', { text: 'Good evening' })] })
  play()
  pass(9)
  expect(state().replay).toMatchObject({
    status: 'failed',
    walk: { failure: { line: 2, reason: 'otherMessage', actual: 'Good evening', nodeId: 'hello' } },
  })
  expect(state().simulation.log.filter(({ type }) => type === 'skipped')).toEqual([])
})

it('can be paused, and gone through by hand', () => {
  const { play, simulator, state, said, waits } = aPhone()
  play()
  simulator.replayer.pause()
  expect(waits()).toEqual([])
  simulator.replayer.next()
  expect(said()).toEqual(['Hello Ana'])
  expect(state().replay?.status).toBe('paused')
  simulator.replayer.play()
  expect(waits()).toHaveLength(1)
})

it('lets somebody go on by hand where it is, at the time that it is there', () => {
  const { play, pass, simulator, state, waits } = aPhone()
  play()
  pass(2)
  simulator.send({ type: 'text', text: 'Wait a moment' })
  expect(state().replay).toBeNull()
  expect(state().simulation.log.at(-1)).toMatchObject({ content: { text: 'Wait a moment' } })
  // The delay of an hour has hardly begun, though the test is about another year.
  expect(waits()).toHaveLength(1)
  expect(waits()[0]).toBeGreaterThan(3_590_000)
  expect(waits()[0]).toBeLessThanOrEqual(3_600_000)
})

it('leaves contact and channel of the next conversation as they were', () => {
  const { play, pass, simulator, state } = aPhone()
  play('Channel: messenger\nContact: {"name":"Zoë"}\nCustomer: hi')
  pass(3)
  simulator.suggestChannel('instagram')
  expect(state().simulation).toMatchObject({ channel: 'messenger', contact: { name: 'Zoë' } })
  simulator.restart(null)
  expect(state().replay).toBeNull()
  expect(state().simulation).toMatchObject({ channel: 'instagram', contact: OWN })
})
