import { type Answer, Client } from './Client.ts'
import type { TestServer } from './testServer.ts'

export const OWNER = {
  email: 'olga@example.com',
  password: 'correct horse battery',
  name: 'Olga',
  workspaceName: 'Olga’s shop',
}

/** A browser that keeps the cookie of this answer and comes from our own pages. */
export function browserOf(server: TestServer, answer: Answer): Client {
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return new Client(server.baseUrl, { cookie, origin: server.baseUrl })
}

/** The first owner, logged in. */
export async function signUpOwner(server: TestServer): Promise<Client> {
  const answer = await server.stranger.post('/api/v1/auth/sign-up', OWNER)
  if (answer.status !== 201) throw new Error(`Sign-up answered ${answer.status}`)
  return browserOf(server, answer)
}

/** Somebody new in the workspace that `owner` names, or in the owner's first one. */
export async function signUpMember(
  server: TestServer,
  owner: Client,
  role: 'owner' | 'editor' | 'agent' | 'viewer',
  email = `${role}@example.com`,
): Promise<Client> {
  const workspaceId =
    owner.headers['x-workspace-id'] ??
    (await owner.get('/api/v1/auth/me')).text('data.workspaces.0.id')
  const invited = await owner.post(`/api/v1/workspaces/${workspaceId}/members`, { email, role })
  const link = invited.at('data.mailed')
    ? server.mails.at(-1)?.text.match(/http\S+/)?.[0]
    : invited.text('data.link')
  const invitation = new URL(link ?? '').searchParams.get('token')
  const request = { email, password: OWNER.password, invitation }
  return browserOf(server, await server.stranger.post('/api/v1/auth/sign-up', request))
}

/** A program with a personal token of whoever is logged in. */
export async function tokenOf(browser: Client, name = 'test'): Promise<Client> {
  const made = await browser.post('/api/v1/tokens', { name })
  const workspaceId = browser.headers['x-workspace-id']
  return new Client(browser.baseUrl, {
    ...(workspaceId !== undefined && { 'x-workspace-id': workspaceId }),
    'x-api-token': made.text('data.token'),
  })
}

/** A program in a workspace of its own, that shares nothing with the first one but the server. */
export async function foreignerOf(server: TestServer, owner: Client): Promise<Client> {
  const made = await owner.post('/api/v1/workspaces', { name: 'Elsewhere' })
  return tokenOf(owner.with({ 'x-workspace-id': made.text('data.id') }))
}
