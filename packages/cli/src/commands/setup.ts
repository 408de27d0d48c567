import {
  createdKey,
  createdNumber,
  createdToken,
  type Me,
  me,
  workspace as workspaceSchema,
} from '@parley/shared/api'
import { CommandError, UsageError } from '../errors.ts'
import { namedServer } from '../server/connection.ts'
import { readData, type Server } from '../server/Server.ts'
import { type Command, readArguments } from './command.ts'

const PATIENCE_MS = 30_000

/** What `--json` prints. */
interface SetupResult {
  readonly baseUrl: string
  readonly workspaceId: string
  /** `X-API-Token` */
  readonly personalToken: string
  /** `X-API-Key` or `Authorization: Bearer`; with `--sandbox` only. */
  readonly workspaceKey?: string
  readonly sandbox?: Sandbox
}

interface Sandbox {
  readonly sessionId: string
  /** `Authorization: Bearer` */
  readonly sessionKey: string
  /** `/instance<id>/…?token=<token>` */
  readonly instanceId: number
  readonly token: string
  /** E.164 with + */
  readonly phone: string
}

/** From a new server to a token in one step; on a server that is set up, it logs in. */
export const setup: Command = {
  summary: 'Makes the first owner and a workspace, or logs in, and prints a token',
  help: `parley setup --email <address> --password <password> [--workspace <name>] [--sandbox] [--json]

Waits up to 30 seconds for the server. On a new one it makes the first owner with a
workspace; on one where this owner exists already it logs in, and makes the workspace
if there is none of that name. Each run makes a new personal token.

  --url        Address of the server; PARLEY_URL otherwise, http://localhost:3000 otherwise.
  --email      Address of the owner.
  --password   Of the owner; PARLEY_PASSWORD otherwise.
  --workspace  Name of the workspace; without it, the owner's first one.
  --sandbox    Makes a connected sandbox number and a key of the workspace too: new ones
               with each run.
  --json       Prints one JSON object: baseUrl, workspaceId, personalToken, and with
               --sandbox: workspaceKey, sandbox { sessionId, sessionKey, instanceId, token,
               phone }.`,

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, {
      url: { type: 'string' },
      email: { type: 'string' },
      password: { type: 'string' },
      workspace: { type: 'string' },
      sandbox: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    if (positionals.length > 0) throw new UsageError(`What is "${positionals[0]}" for?`)
    const { email, workspace, sandbox = false, json = false } = values
    const password = values.password ?? terminal.env.PARLEY_PASSWORD
    if (!email) throw new UsageError('--email is missing.')
    if (!password) throw new UsageError('--password is missing.')
    const server = namedServer(values.url, terminal)
    await server.waitUntilReady(PATIENCE_MS)

    const owner = await enter(server, { email, password, workspace })
    const workspaceId = await chooseWorkspace(owner, workspace)
    const here = owner.server.with({ 'x-workspace-id': workspaceId })
    const { token } = await here.request(createdToken, 'POST', '/api/v1/tokens', {
      name: 'parley setup',
    })
    const result: SetupResult = {
      baseUrl: server.baseUrl,
      workspaceId,
      personalToken: token,
      ...(sandbox && {
        workspaceKey: await makeWorkspaceKey(here),
        sandbox: await makeSandbox(here),
      }),
    }
    terminal.print(json ? JSON.stringify(result) : inWords(result))
    return 0
  },
}

interface Owner {
  /** Sends the cookie of the login. */
  readonly server: Server
  readonly me: Me
}

interface Person {
  readonly email: string
  readonly password: string
  readonly workspace: string | undefined
}

/** Signs up on a new server, logs in on one that has an owner. */
async function enter(server: Server, { email, password, workspace }: Person): Promise<Owner> {
  const signUp = await server.ask('POST', '/api/v1/auth/sign-up', {
    email,
    password,
    ...(workspace !== undefined && { workspaceName: workspace }),
  })
  // 403: somebody has signed up before, perhaps we.
  const answer =
    signUp.status === 403
      ? await server.ask('POST', '/api/v1/auth/login', { email, password })
      : signUp
  if (signUp.status === 403 && answer.status === 401) {
    throw new CommandError(
      `This server has an owner already, and ${email} with this password is not known to it.`,
    )
  }
  const found = readData(me, answer)
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  // No page of another site makes these requests; the server wants to be told so.
  return { server: server.with({ cookie, 'sec-fetch-site': 'same-origin' }), me: found }
}

async function chooseWorkspace(owner: Owner, name: string | undefined): Promise<string> {
  const { workspaces } = owner.me
  const found = name === undefined ? workspaces[0] : workspaces.find((each) => each.name === name)
  if (found) return found.id
  if (name === undefined) throw new CommandError('Name a workspace to make with --workspace.')
  const made = await owner.server.request(workspaceSchema, 'POST', '/api/v1/workspaces', { name })
  return made.id
}

async function makeSandbox(server: Server): Promise<Sandbox> {
  const made = await server.request(createdNumber, 'POST', '/api/v1/numbers', {
    name: 'Sandbox',
    channel: 'sandbox',
  })
  const { id, sessionKey, instanceId, token, phone } = made
  if (instanceId === undefined || token === undefined) {
    throw new CommandError('This server is older than this command: it gave no instance token.')
  }
  return { sessionId: id, sessionKey, instanceId, token, phone }
}

async function makeWorkspaceKey(server: Server): Promise<string> {
  const { key } = await server.request(createdKey, 'POST', '/api/v1/keys', { name: 'parley setup' })
  return key
}

function inWords({
  baseUrl,
  workspaceId,
  personalToken,
  workspaceKey,
  sandbox,
}: SetupResult): string {
  const rows: [string, string][] = [
    ['Server', baseUrl],
    ['Workspace', workspaceId],
    ['Personal token', personalToken],
  ]
  if (workspaceKey !== undefined) rows.push(['Workspace key', workspaceKey])
  if (sandbox) {
    rows.push(
      ['Sandbox number', `${sandbox.sessionId} (${sandbox.phone})`],
      ['Key of the number', sandbox.sessionKey],
      ['Instance', `${sandbox.instanceId}, token ${sandbox.token}`],
    )
  }
  return [
    'Parley is set up.',
    '',
    ...rows.map(([name, value]) => `  ${name.padEnd(19)}${value}`),
    '',
    'Send the token as X-API-Token. Secrets are shown only now.',
  ].join('\n')
}
