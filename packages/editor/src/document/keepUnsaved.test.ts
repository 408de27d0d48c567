import { nodesOf, putNode } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keepUnsaved } from './keepUnsaved.ts'
import type { UnsavedEntry, UnsavedStore } from './unsavedStore.ts'

const SERVER = Symbol('server')

function aDevice(): UnsavedStore & { readonly entries: Map<string, UnsavedEntry> } {
  const entries = new Map<string, UnsavedEntry>()
  return {
    entries,
    load: () => Promise.resolve([...entries.values()]),
    put: (entry) => Promise.resolve(void entries.set(entry.key, entry)),
    remove: (keys) => Promise.resolve(keys.forEach((key) => entries.delete(key))),
  }
}

function aTab(store: UnsavedStore, server: Y.Doc = new Y.Doc()) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), SERVER)
  const keeper = keepUnsaved({ doc, store, isFromServer: (origin) => origin === SERVER })
  return { doc, keeper, words: doc.getText('words') }
}

describe('keeping what is not saved', () => {
  it('brings back in the next tab what the server never got', async () => {
    const device = aDevice()
    const first = aTab(device)
    first.words.insert(0, 'Hel')
    first.words.insert(3, 'lo')
    await first.keeper.settled()
    first.keeper.stop()

    const second = aTab(device)
    await second.keeper.restore()
    expect(second.words.toJSON()).toBe('Hello')
    expect(device.entries.size).toBeGreaterThan(0)
    second.keeper.allSaved()
    await second.keeper.settled()
    expect(device.entries.size).toBe(0)
  })

  it('leaves nothing on the device once the server has it', async () => {
    const device = aDevice()
    const { keeper, words } = aTab(device)
    words.insert(0, 'Hi')
    await keeper.settled()
    expect(device.entries.size).toBe(1)
    keeper.allSaved()
    words.insert(2, '!')
    await keeper.settled()
    expect(device.entries.size).toBe(1)
    keeper.allSaved()
    await keeper.settled()
    expect(device.entries.size).toBe(0)
  })

  it('forgets at once what the server had got after all', async () => {
    const device = aDevice()
    const first = aTab(device)
    first.words.insert(0, 'Hi')
    await first.keeper.settled()
    const second = aTab(device, first.doc)
    await second.keeper.restore()
    expect(second.words.toJSON()).toBe('Hi')
    expect(device.entries.size).toBe(0)
  })

  it('does not take away what another tab, still open and offline, has added meanwhile', async () => {
    const device = aDevice()
    const offline = aTab(device)
    offline.words.insert(0, 'Hel')
    await offline.keeper.settled()

    const second = aTab(device)
    await second.keeper.restore()
    offline.words.insert(3, 'lo')
    await offline.keeper.settled()
    second.keeper.allSaved()
    await second.keeper.settled()

    const third = aTab(device)
    await third.keeper.restore()
    expect(third.words.toJSON()).toBe('Hello')
  })

  it('keeps what is written while the device is still busy with forgetting what was saved', async () => {
    const device = aDevice()
    const { doc, keeper, words } = aTab(device)
    words.insert(0, 'H')
    await keeper.settled()
    // What follows waits to be written when the server says that it has everything so far.
    words.insert(1, 'el')
    const server = new Y.Doc()
    Y.applyUpdate(server, Y.encodeStateAsUpdate(doc))
    keeper.allSaved()
    words.insert(3, 'lo')
    await keeper.settled()

    const next = aTab(device, server)
    await next.keeper.restore()
    expect(next.words.toJSON()).toBe('Hello')
  })

  it('never has nothing on the device while what it brought back is on its way to the server', async () => {
    const device = aDevice()
    const first = aTab(device)
    first.words.insert(0, 'Hello')
    await first.keeper.settled()

    const left: number[] = []
    const { remove } = device
    const watched: UnsavedStore = {
      ...device,
      remove: async (keys) => {
        await remove(keys)
        left.push(device.entries.size)
      },
    }
    const second = aTab(watched)
    const restored = second.keeper.restore()
    // It is about what was done before: the first exchange with the server ends while the device is still being read.
    second.keeper.allSaved()
    await restored
    await second.keeper.settled()
    expect(left).not.toContain(0)
    second.keeper.allSaved()
    await second.keeper.settled()
    expect(device.entries.size).toBe(0)
  })

  it('gives what was worked on in a step that others have deleted since', async () => {
    const device = aDevice()
    const server = new Y.Doc()
    const aNode = (text: string) => ({
      id: 'hi',
      type: 'text',
      position: { x: 0, y: 0 },
      data: { text },
    })
    putNode(server, aNode('Hi'))
    putNode(server, { ...aNode('Bye'), id: 'bye' })
    const first = aTab(device, server)
    first.doc.transact(() => putNode(first.doc, aNode('Hi there, this took me an hour')))
    await first.keeper.settled()

    nodesOf(server).delete('hi')
    nodesOf(server).delete('bye')
    const second = aTab(device, server)
    const { nodes } = await second.keeper.restore()
    expect(nodes).toEqual([aNode('Hi there, this took me an hour')])
    // Said once: the server has what was done, though the step is gone.
    await second.keeper.settled()
    const third = aTab(device, second.doc)
    expect((await third.keeper.restore()).nodes).toEqual([])
  })

  it('keeps nothing of what others do', async () => {
    const device = aDevice()
    const { doc, keeper } = aTab(device)
    const other = new Y.Doc()
    other.getText('words').insert(0, 'theirs')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), SERVER)
    await keeper.settled()
    expect(device.entries.size).toBe(0)
  })

  it('says so when the browser keeps nothing', async () => {
    const refused = () => Promise.reject(new Error('private window'))
    const { keeper, words } = aTab({ load: refused, put: refused, remove: refused })
    expect(keeper.isKeeping.getState()).toBe(true)
    words.insert(0, 'Hi')
    await keeper.settled()
    expect(keeper.isKeeping.getState()).toBe(false)
  })
})
