import { createServer } from 'node:http'
import { startTestServer, type TestServer } from '@parley/api/testing'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runParley } from '../testing/runParley.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const PERSON = ['--email', 'olga@example.com', '--password', 'correct horse battery']
const setUp = (...args: string[]) =>
  runParley(['setup', '--url', `${server.baseUrl}/`, ...PERSON, ...args])

async function jsonOf(finished: ReturnType<typeof runParley>): Promise<Record<string, unknown>> {
  const { exitCode, output, errors } = await finished
  expect([exitCode, errors]).toEqual([0, ''])
  // One line, so that a shell can read it.
  expect(output).not.toContain('\n')
  // What it holds is what the tests look at.
  return JSON.parse(output) as Record<string, unknown>
}

/** What a token may see. */
const workspacesOf = async (token: unknown) => {
  const client = server.stranger.with({ 'x-api-token': String(token) })
  return (await client.get('/api/v1/workspaces')).at('data')
}

describe('parley setup', () => {
  test('makes the first owner and the workspace; again, it logs in to the same', async () => {
    const first = await jsonOf(setUp('--workspace', 'Shop', '--json'))
    expect(Object.keys(first)).toEqual(['baseUrl', 'workspaceId', 'personalToken'])
    expect(first.baseUrl).toBe(server.baseUrl)
    expect(await workspacesOf(first.personalToken)).toMatchObject([
      { id: first.workspaceId, name: 'Shop', role: 'owner' },
    ])
    const second = await jsonOf(setUp('--workspace', 'Shop', '--json'))
    expect(second.workspaceId).toBe(first.workspaceId)
    expect(await workspacesOf(second.personalToken)).toHaveLength(1)
    expect(await workspacesOf(first.personalToken)).toHaveLength(1)
  })

  test('makes a second workspace when another name is given, and finds it again', async () => {
    const made = await jsonOf(setUp('--workspace', 'Branch', '--json'))
    expect(await workspacesOf(made.personalToken)).toMatchObject([{ name: 'Branch' }])
    const again = await jsonOf(setUp('--workspace', 'Branch', '--json'))
    expect(again.workspaceId).toBe(made.workspaceId)
    const first = await jsonOf(setUp('--json'))
    expect(await workspacesOf(first.personalToken)).toMatchObject([{ name: 'Shop' }])
  })

  test('--sandbox makes a number that sends at once', async () => {
    const { sandbox, personalToken, workspaceKey } = await jsonOf(setUp('--sandbox', '--json'))
    expect(workspaceKey).toMatch(/^whm_/)
    expect(sandbox).toEqual({
      sessionId: expect.stringMatching(/^num_/),
      sessionKey: expect.stringMatching(/^parley_key_/),
      instanceId: expect.any(Number),
      token: expect.stringMatching(/^[\w-]{43}$/),
      phone: expect.stringMatching(/^\+1555\d{7}$/),
    })
    const withKey = server.stranger.with({ 'x-api-key': String(workspaceKey) })
    expect((await withKey.get('/api/v1/contacts')).status).toBe(200)
    // Checked above.
    const { sessionId, sessionKey } = sandbox as Record<string, string>
    const sent = await server.stranger
      .with({ authorization: `Bearer ${sessionKey}` })
      .post('/api/v1/send-message', { to: '15551234567', text: 'Hello' })
    expect(sent.status).toBe(200)
    const outbox = `/api/v1/sandbox/${sessionId}/outbox`
    const owner = server.stranger.with({ 'x-api-token': String(personalToken) })
    await expect.poll(async () => (await owner.get(outbox)).at('messages')).toHaveLength(1)
  })

  test('tells people the same in words', async () => {
    const { exitCode, output } = await setUp('--sandbox')
    expect(exitCode).toBe(0)
    expect(output).toMatch(/Personal token +parley_pat_\S+\n/)
    expect(output).toMatch(/Key of the number +parley_key_\S+\n/)
  })

  test('takes the password and the address from variables', async () => {
    const env = { PARLEY_URL: server.baseUrl, PARLEY_PASSWORD: 'correct horse battery' }
    const finished = await runParley(['setup', '--email', 'olga@example.com'], env)
    expect(finished.exitCode).toBe(0)
  })

  test.each([
    ['another password', ['olga@example.com', 'wrong horse battery'], 'has an owner already'],
    ['another person', ['eve@example.com', 'correct horse battery'], 'has an owner already'],
    ['no address', ['olga', 'correct horse battery'], 'must be an e-mail address'],
    ['a short password', ['new@example.com', 'short'], 'at least 8 characters'],
  ])('is refused with %s', async (_, [email = '', password = ''], message) => {
    const args = ['setup', '--url', server.baseUrl, '--email', email, '--password', password]
    const { exitCode, output, errors } = await runParley(args)
    expect([exitCode, output]).toEqual([1, ''])
    expect(errors).toContain(message)
  })

  test('refuses an address that is none', async () => {
    const { exitCode, errors } = await runParley(['setup', '--url', 'localhost:3000', ...PERSON])
    expect([exitCode, errors]).toEqual([1, expect.stringContaining('http://')])
  })

  test('waits for a server that is still starting', async () => {
    let asked = 0
    const starting = createServer((request, response) => {
      asked += 1
      const isReady = asked > 2
      response.statusCode = isReady ? 404 : 503
      if (isReady && request.url === '/readyz') response.statusCode = 200
      response.end('{}')
    })
    await new Promise<void>((resolve) => starting.listen(0, '127.0.0.1', resolve))
    const address = starting.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { errors } = await runParley(['setup', '--url', `http://127.0.0.1:${port}`, ...PERSON])
    // It got past waiting, and found that this is something else.
    expect(errors).toContain('not one of a Parley server')
    expect(asked).toBe(4)
    await new Promise((resolve) => starting.close(resolve))
  })
})
