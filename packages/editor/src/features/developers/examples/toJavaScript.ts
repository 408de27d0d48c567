import type { ApiRequest, Json } from './ApiRequest.ts'

const MAX_INLINE = 60

/** The request as a module for Node.js and browsers that prints the answer. */
export function toJavaScript(origin: string, { method, path, headers, body }: ApiRequest): string {
  const allHeaders = {
    ...headers,
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  }
  const options = [
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    `  headers: ${indent(toLiteral(allHeaders))},`,
    ...(body === undefined ? [] : [`  body: JSON.stringify(${indent(toLiteral(body))}),`]),
  ]
  return [
    `const response = await fetch(${toLiteral(origin + path)}, {`,
    ...options,
    '})',
    'console.log(response.status, await response.json())',
  ].join('\n')
}

/** A value as people write it in JavaScript: short ones in one line, keys without quotes where they need none. */
function toLiteral(value: Json, depth = 0): string {
  if (typeof value === 'string') return quote(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{ ', ' }']
  const entries = Array.isArray(value)
    ? value.map((each: Json) => toLiteral(each, depth + 1))
    : Object.entries(value).map(([key, each]) => `${toKey(key)}: ${toLiteral(each, depth + 1)}`)
  const inline = `${open}${entries.join(', ')}${close}`
  // The outermost is always spread out, so that it is easy to add to.
  if (depth > 0 && inline.length <= MAX_INLINE && !inline.includes('\n')) return inline
  return `${open.trim()}\n${entries.map((entry) => `  ${indent(entry)},`).join('\n')}\n${close.trim()}`
}

const indent = (text: string): string => text.replaceAll('\n', '\n  ')

const toKey = (key: string): string => (/^[A-Za-z_$][\w$]*$/u.test(key) ? key : quote(key))

/** JSON's escapes are JavaScript's, too; only the quotes are others. */
const quote = (text: string): string =>
  `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
