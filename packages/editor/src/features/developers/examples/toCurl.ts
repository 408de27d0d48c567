import type { ApiRequest } from './ApiRequest.ts'
import { indent, printValue } from './printValue.ts'

/** The request as a command for a POSIX shell. */
export function toCurl(origin: string, { method, path, headers, body }: ApiRequest): string {
  const parts = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quote(origin + path)}`,
    ...Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`),
    ...(body === undefined
      ? []
      : [
          `-H ${quote('Content-Type: application/json')}`,
          `-d ${quote(printValue(body, JSON_TEXT))}`,
        ]),
  ]
  return parts.map(indent).join(' \\\n  ')
}

const JSON_TEXT = {
  text: (text: string) => JSON.stringify(text),
  key: (key: string) => JSON.stringify(key),
  lastComma: '',
} as const

/** Between single quotes a shell leaves everything as it is, but for single quotes. */
const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
