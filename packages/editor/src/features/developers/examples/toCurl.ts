import type { ApiRequest, Json } from './ApiRequest.ts'

/** The request as a command for a POSIX shell. */
export function toCurl(origin: string, { method, path, headers, body }: ApiRequest): string {
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quote(origin + path)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined
      ? []
      : [`-H ${quote('Content-Type: application/json')}`, `-d ${quote(pretty(body))}`]),
  ]
  return parts.join(' \\\n  ')
}

const pretty = (body: Json) => JSON.stringify(body, null, 2)

/** Between single quotes a shell leaves everything as it is, but for single quotes. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
