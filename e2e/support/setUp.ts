import { Client } from './client.ts'
import type { ServerProcess } from './serverProcess.ts'

export interface Workspace {
  /** Speaks with the owner's personal token. */
  readonly client: Client
  /** Id of a connected sandbox number on which the flow is published. */
  readonly sandbox: string
  readonly sessionKey: string
  readonly flowId: string
}

const OWNER = { email: 'owner@example.com', password: 'correct horse battery', name: 'Olga' }

/** A new owner with a workspace, a sandbox number, and a flow published to it: all by the public REST API. */
export async function setUpWorkspace(server: ServerProcess, flow: object): Promise<Workspace> {
  const client = await signUp(server)
  const created = await client.ok<{ data: { id: string; sessionKey: string } }>(
    'POST',
    '/api/v1/whatsapp-sessions',
    { name: 'Sandbox', channel: 'sandbox' },
  )
  const sandbox = created.data.id
  const { data: stored } = await client.ok<{ data: { id: string } }>('POST', '/api/v1/flows', {
    name: 'Story',
    draft: flow,
  })
  await client.ok('POST', `/api/v1/flows/${stored.id}/publish`, { numberIds: [sandbox] })
  return { client, sandbox, sessionKey: created.data.sessionKey, flowId: stored.id }
}

/** The first owner signs up in the browser's way and makes a personal token. */
async function signUp(server: ServerProcess): Promise<Client> {
  const response = await fetch(`${server.baseUrl}/api/v1/auth/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.baseUrl },
    body: JSON.stringify({ ...OWNER, workspaceName: 'Stories' }),
  })
  if (!response.ok) throw new Error(`sign-up answered ${response.status}: ${await response.text()}`)
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const browser = new Client(server, { cookie, origin: server.baseUrl })
  const made = await browser.ok<{ data: { token: string } }>('POST', '/api/v1/tokens', {
    name: 'stories',
  })
  return new Client(server, { 'x-api-token': made.data.token })
}
