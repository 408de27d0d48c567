import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '../../testing/Client.ts'
import { startTestServer, type TestServer } from '../../testing/index.ts'
import { signUpMember, signUpOwner } from '../../testing/people.ts'

let server: TestServer
let owner: Client

beforeAll(async () => {
  server = await startTestServer()
  owner = await signUpOwner(server)
})
afterAll(() => server.close())

async function aNumber(channel: string) {
  const made = await owner.post('/api/v1/numbers', { name: 'Shop', channel })
  return `/api/v1/numbers/${made.text('data.id')}`
}

const DEFAULTS = {
  typing: true,
  typingSpeed: 'natural',
  messagesPerSecond: 10,
  interactive: 'native',
}

describe('how a WhatsApp number sends', () => {
  test('is shown, changed piece by piece, and kept when the name changes', async () => {
    const path = await aNumber('whatsapp-web')
    expect((await owner.get(path)).at('data.settings')).toEqual(DEFAULTS)
    const changed = await owner.patch(path, { settings: { typing: false, messagesPerSecond: 2 } })
    const expected = { ...DEFAULTS, typing: false, messagesPerSecond: 2 }
    expect(changed.at('data.settings')).toEqual(expected)
    const renamed = await owner.patch(path, { name: 'Store' })
    expect(renamed.at('data')).toMatchObject({ name: 'Store', settings: expected })
  })

  test('is refused by field, and for other channels', async () => {
    const path = await aNumber('whatsapp-web')
    const refused = await owner.patch(path, {
      settings: { typing: 'yes', messagesPerSecond: 1_000, colour: 'red' },
    })
    expect(refused.status).toBe(422)
    const text = JSON.stringify(refused.body)
    for (const field of ['settings.typing', 'settings.messagesPerSecond', 'settings.colour']) {
      expect(text).toContain(`"${field}"`)
    }
    expect((await owner.patch(path, {})).status).toBe(422)
    const sandbox = await aNumber('sandbox')
    expect((await owner.get(sandbox)).at('data.settings')).toBeUndefined()
    expect((await owner.patch(sandbox, { settings: { typing: true } })).status).toBe(422)
  })

  test('is not for those who only look', async () => {
    const viewer = await signUpMember(server, owner, 'viewer')
    const path = await aNumber('whatsapp-web')
    expect((await viewer.patch(path, { settings: { typing: false } })).status).toBe(403)
  })
})
