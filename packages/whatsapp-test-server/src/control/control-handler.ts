import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { WhatsAppTestServer } from '../server.ts'
import { readBody } from '../wire/http.ts'
import { ControlError } from './control-error.ts'
import { type ControlAnswer, type Route, routes } from './routes.ts'

/** Everything that tests in another process may ask is below this path. */
const PREFIX = '/control'

interface Match {
  route: Route
  parameters: Record<string, string>
}

/** Answers the control API. What went wrong is said as `{ "error": "…" }` with a status of 400 or 404. */
export function createControlHandler(server: WhatsAppTestServer) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://control.invalid')
    try {
      const { route, parameters } = findRoute(request.method ?? 'GET', pathname)
      const body = async <T>(schema: z.ZodType<T>): Promise<T> =>
        schema.parse(parseJson(await readBody(request)))
      send(response, 200, await route({ server, parameters, query: searchParams, body }))
    } catch (error) {
      const status = error instanceof ControlError ? error.status : 400
      send(response, status, { error: describe(error) })
    }
  }
}

function findRoute(method: string, pathname: string): Match {
  if (pathname === PREFIX || pathname.startsWith(`${PREFIX}/`)) {
    const parts = pathname.slice(PREFIX.length).split('/').filter(Boolean).map(decodeURIComponent)
    for (const [pattern, route] of Object.entries(routes)) {
      const parameters = match(pattern, method, parts)
      if (parameters) return { route, parameters }
    }
  }
  throw new ControlError(404, `There is no ${method} ${pathname}`)
}

function match(
  pattern: string,
  method: string,
  parts: string[],
): Record<string, string> | undefined {
  const [patternMethod, path = ''] = pattern.split(' ')
  const patternParts = path.split('/').filter(Boolean)
  if (patternMethod !== method || patternParts.length !== parts.length) return undefined
  const parameters: Record<string, string> = {}
  for (const [index, patternPart] of patternParts.entries()) {
    const part = parts[index] ?? ''
    if (patternPart.startsWith(':')) parameters[patternPart.slice(1)] = part
    else if (patternPart !== part) return undefined
  }
  return parameters
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString() || '{}')
  } catch (cause) {
    throw new ControlError(400, `The body is not JSON: ${String(cause)}`)
  }
}

function describe(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}

function send(response: ServerResponse, status: number, answer: ControlAnswer): void {
  if (Buffer.isBuffer(answer)) {
    response.writeHead(status, { 'content-type': 'application/octet-stream' })
    response.end(answer)
    return
  }
  if (answer === undefined) {
    response.writeHead(204)
    response.end()
    return
  }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer))
}
