import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { foreignerOf, signUpOwner, tokenOf } from '../../testing/people.ts'
import { Sandbox } from '../../testing/Sandbox.ts'
import { startTestServer, type TestServer } from '../../testing/testServer.ts'

let server: TestServer
let client: Client
let foreigner: Client
beforeAll(async () => {
  server = await startTestServer()
  const owner = await signUpOwner(server)
  client = await tokenOf(owner)
  foreigner = await foreignerOf(server, owner)
})
afterAll(() => server.close())

const PATH = '/api/v1/contacts'
const add = (body: object) => client.put(PATH, body)

describe('adding', () => {
  test('makes a contact, and finds it again by each of its names', async () => {
    const added = await add({
      phone: '+49 151 1111-0001',
      name: 'Ana',
      tags: ['vip'],
      attributes: { city: 'Bonn' },
    })
    expect(added.status).toBe(200)
    expect(added.at('data')).toEqual({
      id: expect.stringMatching(/^contact_/),
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      phone: '+4915111110001',
      name: 'Ana',
      profileImage: '',
      tags: ['vip'],
      attributes: { city: 'Bonn' },
      language: '',
      optedOut: false,
      isTestContact: false,
      createdAt: expect.stringMatching(/Z$/),
      lastMessageAt: null,
    })
    // Two documents describe this path: one with an envelope, one without.
    expect(added.body).toMatchObject({ success: true, phone: '+4915111110001' })
    for (const name of [
      added.text('data.id'),
      added.text('data.uuid'),
      added.text('data.uuid').toUpperCase(),
      '+4915111110001',
      '%2B4915111110001',
      '4915111110001',
    ]) {
      expect((await client.get(`${PATH}/${name}`)).at('data')).toEqual(added.at('data'))
    }
  })

  test('changes the one that has the number: what is not said stays', async () => {
    const first = await add({ phone: '4915111110002', name: 'Ben', tags: ['a', 'b'] })
    const second = await add({
      jid: '4915111110002@s.whatsapp.net',
      tags: ['b', 'c'],
      attributes: { size: 42 },
    })
    expect(second.at('data')).toMatchObject({
      id: first.at('data.id'),
      name: 'Ben',
      tags: ['b', 'c'],
      attributes: { size: 42 },
    })
    const third = await add({ phoneNumber: 4915111110002, fullName: 'Benjamin' })
    expect(third.at('data')).toMatchObject({ name: 'Benjamin', attributes: { size: 42 } })
  })

  test('of one number many times at once makes one contact', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => add({ phone: '4915111110003' })),
    )
    expect(new Set(answers.map((each) => each.text('data.id'))).size).toBe(1)
  })

  test.each([
    ['no number', { name: 'x' }, 'phone'],
    ['no digits', { phone: 'call me' }, 'phone'],
    ['too few digits', { phone: '123' }, 'phone'],
    ['too many digits', { phone: '1'.repeat(16) }, 'phone'],
    ['a name that is an object', { phone: '4915111110004', name: { $gt: '' } }, 'name'],
    ['an attribute with a dot', { phone: '4915111110004', attributes: { 'a.b': 1 } }, 'attributes'],
    [
      'an attribute that is an operator',
      { phone: '1234567', attributes: { $set: 1 } },
      'attributes',
    ],
    ['a prototype', { phone: '4915111110004', tags: '__proto__' }, 'tags'],
  ])('with %s is 422', async (_, body, field) => {
    const answer = await add(body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'VALIDATION_ERROR' } })
    expect(Object.keys(answer.at('errors') ?? {})[0]).toMatch(new RegExp(`^${field}`))
  })

  test('keeps the language of the contact as it is written in full', async () => {
    const added = await add({ phone: '4915111110006', language: 'pt_br' })
    expect(added.at('data.language')).toBe('pt-BR')
    const path = `${PATH}/${added.text('data.id')}`
    expect((await client.patch(path, { language: '' })).at('data.language')).toBe('')
    expect((await client.patch(path, { language: 'Klingon' })).status).toBe(422)
  })

  test('keeps every language and emoji as they are', async () => {
    const name = 'أَحْمَد 👩🏽‍🚀 Ünïcödé'
    const attributes = { عنوان: '‏שלום‎', note: '🏳️‍🌈' }
    const added = await add({ phone: '4915111110005', name, attributes })
    const found = await client.get(`${PATH}/${added.text('data.id')}`)
    expect(found.at('data')).toMatchObject({ name, attributes })
  })
})

describe('changing', () => {
  test('sets and clears attributes one by one, adds and removes tags, opts out', async () => {
    const phone = '4915111110010'
    await add({ phone, tags: ['old', 'kept'], attributes: { a: 1, b: 2 } })
    const changed = await client.patch(`${PATH}/${phone}`, {
      name: 'Cem',
      addTags: ['new'],
      removeTags: ['old'],
      attributes: { a: null, c: { deep: [true] } },
      optedOut: true,
    })
    expect(changed.at('data')).toMatchObject({
      name: 'Cem',
      tags: ['kept', 'new'],
      attributes: { b: 2, c: { deep: [true] } },
      optedOut: true,
    })
    expect(changed.at('data.attributes.a') ?? null).toBeNull()
    const again = await client.get(`${PATH}/${phone}`)
    expect(again.at('data')).toEqual(changed.at('data'))
  })

  test('nobody writes to a contact that has opted out', async () => {
    const sandbox = await Sandbox.create(client)
    const send = () =>
      sandbox.keyed.post('/api/v1/send-message', { to: '4915111110011', text: 'Hello' })
    await add({ phone: '4915111110011' })
    await client.patch(`${PATH}/4915111110011`, { optedOut: true })
    const refused = await send()
    expect(refused.status).toBe(422)
    expect(refused.at('errors.to')).toHaveLength(1)
    await client.patch(`${PATH}/4915111110011`, { optedOut: false })
    expect((await send()).status).toBe(200)
  })

  test('deletes; then it is gone under all its names', async () => {
    const added = await add({ phone: '4915111110012' })
    const id = added.text('data.id')
    expect((await client.delete(`${PATH}/4915111110012`)).body).toMatchObject({
      data: { id, deleted: true },
    })
    for (const name of [id, added.text('data.uuid'), '4915111110012']) {
      expect((await client.get(`${PATH}/${name}`)).status).toBe(404)
      expect((await client.delete(`${PATH}/${name}`)).status).toBe(404)
    }
    // Writing again makes a new one.
    expect((await add({ phone: '4915111110012' })).text('data.id')).not.toBe(id)
  })
})

describe('listing', () => {
  test('finds by part of the name, of the number, and by tag; signs are only signs', async () => {
    await add({ phone: '4915122220001', name: 'Dörte (Lager)', tags: ['list'] })
    await add({ phone: '4915122220002', name: 'Emil .*', tags: ['list', 'other'] })
    const names = async (query: string) => {
      const found = await client.get(`${PATH}?${query}`)
      // The shape of a contact is tested above.
      return (found.at('data') as { name: string }[]).map(({ name }) => name).sort()
    }
    expect(await names('tag=list')).toEqual(['Dörte (Lager)', 'Emil .*'])
    expect(await names('search=dört')).toEqual(['Dörte (Lager)'])
    expect(await names('search=(lag')).toEqual(['Dörte (Lager)'])
    expect(await names('search=.*')).toEqual(['Emil .*'])
    expect(await names('search=%2B49+151+2222')).toEqual(['Dörte (Lager)', 'Emil .*'])
    expect(await names('search=emil&tag=other')).toEqual(['Emil .*'])
    expect(await names('search=nobody')).toEqual([])
  })

  test('gives every contact once, page by page, whoever writes first', async () => {
    for (let index = 0; index < 5; index++) await add({ phone: `491513333000${index}` })
    const sandbox = await Sandbox.create(client)
    await sandbox.says('4915133330002', 'Hello')
    const ids: string[] = []
    let cursor = ''
    do {
      const page = await client.get(`${PATH}?search=4915133330&limit=2${cursor}`)
      // The shape of a contact is tested above.
      ids.push(...(page.at('data') as { phone: string }[]).map(({ phone }) => phone))
      const next = page.at('pagination.next')
      cursor = typeof next === 'string' ? `&cursor=${encodeURIComponent(next)}` : ''
    } while (cursor !== '')
    expect(ids[0]).toBe('+4915133330002')
    expect(new Set(ids).size).toBe(5)
    expect(ids).toHaveLength(5)
  })
})

test('another workspace has contacts of its own under the same number', async () => {
  const mine = await add({ phone: '4915144440001', name: 'Mine' })
  expect((await foreigner.get(`${PATH}/4915144440001`)).status).toBe(404)
  const theirs = await foreigner.put(PATH, { phone: '4915144440001', name: 'Theirs' })
  expect(theirs.text('data.id')).not.toBe(mine.text('data.id'))
  expect((await foreigner.get(PATH)).at('data')).toHaveLength(1)
  expect((await client.get(`${PATH}/4915144440001`)).at('data.name')).toBe('Mine')
})
