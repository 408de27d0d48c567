import { afterEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { connectDocument } from './connectDocument.ts'

/** A connection whose answer the test decides on. */
class SocketUnderWay extends EventTarget {
  static readonly opened: SocketUnderWay[] = []
  readonly readyState = 0
  constructor() {
    super()
    SocketUnderWay.opened.push(this)
  }
  close() {}
  send() {}
  fail() {
    const event = Object.assign(new Event('close'), { code: 1006, reason: '' })
    this.dispatchEvent(event)
  }
}

const closes: (() => void)[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const close of closes.splice(0)) close()
  SocketUnderWay.opened.length = 0
  vi.unstubAllGlobals()
})

function open(options: { readonly hasDraft?: boolean; readonly access?: 'read' | 'edit' }) {
  vi.stubGlobal('WebSocket', SocketUnderWay)
  const doc = new Y.Doc()
  const connection = connectDocument({
    doc,
    flowId: 'f1',
    url: 'ws://127.0.0.1/collab',
    user: { id: 'u1', name: 'Ann' },
    ...options,
  })
  closes.push(() => connection.close())
  return { doc, state: connection.store.getState }
}

it('waits for the draft when it has not come by another way', () => {
  expect(open({}).state()).toMatchObject({ phase: 'loading', access: 'edit' })
})

it('has a draft that came ahead at once, with the rights that are known by then', () => {
  const { state } = open({ hasDraft: true, access: 'read' })
  expect(state()).toMatchObject({ phase: 'connecting', access: 'read', isSaving: false })
})

it('says that it is saving only when something was done here', () => {
  const { doc, state } = open({ hasDraft: true })
  expect(state().isSaving).toBe(false)
  doc.getText('words').insert(0, 'Hello')
  expect(state().isSaving).toBe(true)
})

it('is offline when the connection does not come about', async () => {
  const { state } = open({ hasDraft: true })
  await vi.waitFor(() => expect(SocketUnderWay.opened).not.toHaveLength(0))
  SocketUnderWay.opened[0]?.fail()
  expect(state().phase).toBe('offline')
})

it('says that nothing comes when neither the draft nor the connection does', async () => {
  const { state } = open({})
  await vi.waitFor(() => expect(SocketUnderWay.opened).not.toHaveLength(0))
  SocketUnderWay.opened[0]?.fail()
  expect(state().phase).toBe('unreachable')
})

it.each([
  [true, 'connecting', 'offline'],
  [false, 'loading', 'unreachable'],
])(
  'does not wait for ever for a connection that never answers (with draft: %s)',
  (hasDraft, first, later) => {
    vi.useFakeTimers()
    const { state } = open({ hasDraft })
    vi.advanceTimersByTime(7_000)
    expect(state().phase).toBe(first)
    vi.advanceTimersByTime(2_000)
    expect(state().phase).toBe(later)
  },
)
