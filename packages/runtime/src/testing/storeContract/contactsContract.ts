import { expect, it } from 'vitest'
import { newId } from '../../pipeline/ids.ts'
import type { NewContact } from '../../pipeline/index.ts'
import { range, type Subject } from './storeUnderTest.ts'

const aContact = (given: Partial<NewContact> = {}): NewContact => ({
  workspaceId: newId('ws'),
  aliases: ['phone:15551234567'],
  phone: '15551234567',
  name: 'Ana',
  at: 1_000,
  ...given,
})

export function contactsContract(subject: Subject): void {
  it('makes a contact once and finds it again by any alias', async () => {
    const { store, other } = subject()
    const wanted = aContact({ aliases: ['phone:15551234567', 'lid:99'] })
    const made = await store.contacts.resolve(wanted)
    expect(made).toMatchObject({
      workspaceId: wanted.workspaceId,
      aliases: wanted.aliases,
      phone: '15551234567',
      name: 'Ana',
      tags: [],
      attributes: {},
      optedOut: false,
      createdAt: 1_000,
      lastMessageAt: null,
    })
    expect(await other.contacts.resolve({ ...wanted, aliases: ['lid:99'] })).toEqual(made)
    expect(await store.contacts.find(wanted.workspaceId, made.id)).toEqual(made)
  })

  it('keeps workspaces apart', async () => {
    const { store } = subject()
    const one = await store.contacts.resolve(aContact())
    const two = await store.contacts.resolve(aContact())
    expect(two.id).not.toBe(one.id)
    expect(await store.contacts.find(two.workspaceId, one.id)).toBeNull()
    await store.contacts.setOptedOut(two.workspaceId, one.id, true)
    expect(await store.contacts.find(one.workspaceId, one.id)).toMatchObject({ optedOut: false })
  })

  it('makes one contact of a person who is resolved many times at once, by two processes', async () => {
    const { store, other } = subject()
    const wanted = aContact()
    const contacts = await Promise.all(
      range(40).map((index) => (index % 2 === 0 ? store : other).contacts.resolve(wanted)),
    )
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(1)
  })

  it('makes one contact of two aliases that come in any company', async () => {
    const { store, other } = subject()
    const { workspaceId, ...wanted } = aContact({ name: '' })
    const companies = [['phone:1', 'lid:1'], ['lid:1'], ['lid:1', 'phone:1'], ['phone:1']]
    await store.contacts.resolve({ workspaceId, ...wanted, aliases: ['phone:1', 'lid:1'] })
    const contacts = await Promise.all(
      companies.flatMap((aliases) => [
        store.contacts.resolve({ workspaceId, ...wanted, aliases }),
        other.contacts.resolve({ workspaceId, ...wanted, aliases }),
      ]),
    )
    expect(new Set(contacts.map(({ id }) => id)).size).toBe(1)
  })

  it('adds the aliases, the name and the phone that a contact lacked, and replaces nothing', async () => {
    const { store } = subject()
    const { workspaceId } = aContact()
    const nameless = { workspaceId, aliases: ['lid:7'], phone: '', name: '', at: 1 }
    const made = await store.contacts.resolve(nameless)
    const completed = await store.contacts.resolve({
      ...nameless,
      aliases: ['lid:7', 'phone:155'],
      phone: '155',
      name: 'Ana',
    })
    expect(completed).toEqual({
      ...made,
      aliases: ['lid:7', 'phone:155'],
      phone: '155',
      name: 'Ana',
    })
    await store.contacts.resolve({ ...nameless, aliases: ['phone:155'], phone: '1', name: 'Bob' })
    expect(await store.contacts.find(workspaceId, made.id)).toEqual(completed)
  })

  it('shows what a message added to whoever looked before', async () => {
    const { store } = subject()
    const wanted = aContact({ name: '' })
    const { id, workspaceId } = await store.contacts.resolve(wanted)
    await store.contacts.touch(workspaceId, id, 1)
    await store.contacts.find(workspaceId, id)
    const aliases = [...wanted.aliases, 'lid:3']
    await store.contacts.resolve({ ...wanted, aliases, name: 'Ana' })
    expect(await store.contacts.find(workspaceId, id)).toMatchObject({ aliases, name: 'Ana' })
  })

  it('takes the language that the platform tells, until somebody sets another', async () => {
    const { store } = subject()
    const wanted = aContact()
    const { id, workspaceId, language } = await store.contacts.resolve(wanted)
    expect(language).toBe('')
    expect(await store.contacts.resolve({ ...wanted, language: 'es' })).toMatchObject({
      language: 'es',
    })
    await store.contacts.applyChange(workspaceId, id, { setLanguage: 'pt-BR' })
    await store.contacts.resolve({ ...wanted, language: 'es' })
    expect(await store.contacts.find(workspaceId, id)).toMatchObject({ language: 'pt-BR' })
  })

  it('takes the older of two contacts that turn out to be one person', async () => {
    const { store } = subject()
    const { workspaceId } = aContact()
    const base = { workspaceId, phone: '', name: '' }
    const younger = await store.contacts.resolve({ ...base, aliases: ['lid:5'], at: 200 })
    const older = await store.contacts.resolve({ ...base, aliases: ['phone:5'], at: 100 })
    const both = ['lid:5', 'phone:5', 'bsuid:5']
    const found = await store.contacts.resolve({ ...base, aliases: both, at: 300 })
    expect(found.id).toBe(older.id)
    expect(found.aliases).toEqual(['phone:5', 'bsuid:5'])
    expect((await store.contacts.find(workspaceId, younger.id))?.aliases).toEqual(['lid:5'])
  })

  it('remembers when a contact wrote last, and takes no older time for it', async () => {
    const { store } = subject()
    const wanted = aContact()
    const { id, workspaceId } = await store.contacts.resolve(wanted)
    await store.contacts.touch(workspaceId, id, 5_000)
    await store.contacts.touch(workspaceId, id, 4_000)
    expect(await store.contacts.find(workspaceId, id)).toMatchObject({ lastMessageAt: 5_000 })
    expect(await store.contacts.resolve(wanted)).toMatchObject({ lastMessageAt: 5_000 })
  })

  it('tells a process that a contact has written before when the first message came through another', async () => {
    const { store, other } = subject()
    const wanted = aContact()
    const { id, workspaceId } = await store.contacts.resolve(wanted)
    await other.contacts.touch(workspaceId, id, 5_000)
    expect(await store.contacts.resolve(wanted)).toMatchObject({ lastMessageAt: 5_000 })
  })

  it('applies changes, whatever the names of attributes are', async () => {
    const { store } = subject()
    const { id, workspaceId } = await store.contacts.resolve(aContact())
    const attributes = {
      'order.total': 12.5,
      $set: 'dollar',
      '': 'empty',
      '%2E': 'percent',
      0: 'digit',
      __proto__x: null,
      cart: { $ref: 'a', items: [1, { 'b.c': true }] },
      list: [],
    }
    await store.contacts.applyChange(workspaceId, id, {
      setName: 'Ana Maria',
      setAttributes: attributes,
      addTags: ['vip', 'new'],
    })
    await store.contacts.applyChange(workspaceId, id, {
      setAttributes: { list: ['one'] },
      addTags: ['vip'],
      removeTags: ['new', 'absent'],
    })
    expect(await store.contacts.find(workspaceId, id)).toMatchObject({
      name: 'Ana Maria',
      tags: ['vip'],
    })
    expect((await store.contacts.find(workspaceId, id))?.attributes).toEqual({
      ...attributes,
      list: ['one'],
    })
  })

  it('shows a change at once to whoever looked before', async () => {
    const { store } = subject()
    const { id, workspaceId } = await store.contacts.resolve(aContact())
    await store.contacts.touch(workspaceId, id, 1)
    const reads = [store.contacts.find(workspaceId, id), store.contacts.find(workspaceId, id)]
    await store.contacts.setOptedOut(workspaceId, id, true)
    await Promise.all(reads)
    expect(await store.contacts.find(workspaceId, id)).toMatchObject({ optedOut: true })
  })
}
