import { CommandError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'
import { Server } from './Server.ts'

const DEFAULT_URL = 'http://localhost:3000'

export const CONNECTION_OPTIONS = { url: { type: 'string' }, token: { type: 'string' } } as const

export const CONNECTION_HELP = [
  '  --url     Address of the server; PARLEY_URL otherwise, http://localhost:3000 otherwise.',
  '  --token   Personal token; PARLEY_TOKEN otherwise. "parley setup" prints one.',
].join('\n')

/** The server that an option or a variable names. */
export const namedServer = (url: string | undefined, { env }: Terminal): Server =>
  new Server(url ?? env.PARLEY_URL ?? DEFAULT_URL)

/** The same, as the person whose token it is. @throws {CommandError} without a token. */
export function connect(
  options: { url?: string | undefined; token?: string | undefined },
  terminal: Terminal,
): Server {
  const token = options.token ?? terminal.env.PARLEY_TOKEN
  if (!token) throw new CommandError('Give a personal token with --token or PARLEY_TOKEN.')
  return namedServer(options.url, terminal).with({ 'x-api-token': token })
}
