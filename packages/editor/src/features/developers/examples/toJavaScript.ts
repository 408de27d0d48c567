import type { ApiRequest } from './ApiRequest.ts'
import { indent, printValue } from './printValue.ts'

/** The request as a module for Node.js and browsers that prints the answer. */
export function toJavaScript(origin: string, { method, path, headers, body }: ApiRequest): string {
  const allHeaders = {
    ...headers,
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  }
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    `  headers: ${indent(printValue(allHeaders, JAVASCRIPT))},`,
    ...(body === undefined
      ? []
      : [`  body: JSON.stringify(${indent(printValue(body, JAVASCRIPT))}),`]),
  ]
  return [
    `const response = await fetch(${quote(origin + path)}, {`,
    ...options,
    '})',
    'console.log(response.status, await response.json())',
  ].join('\n')
}

/** JSON's escapes are JavaScript's, too; only the quotes are others. */
const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`

const JAVASCRIPT = {
  text: quote,
  key: (key: string) => (/^[A-Za-z_$][\w$]*$/u.test(key) ? key : quote(key)),
  lastComma: ',',
} as const
