import { execFileSync } from 'node:child_process'
import { runInNewContext } from 'node:vm'
import { expect, test, vi } from 'vitest'
import type { ApiRequest } from './ApiRequest.ts'
import { DIALECT_EXAMPLES } from './dialectExamples.ts'
import { EXAMPLES, type ExampleContext } from './examples.ts'
import { toCurl } from './toCurl.ts'
import { toJavaScript } from './toJavaScript.ts'

const ORIGIN = 'https://parley.example.com'
const CONTEXT: ExampleContext = {
  workspaceId: 'ws_1',
  number: { id: 'num_1', instanceId: 4711 },
  to: '+4915112345678',
  key: 'whm_secret',
  template: {
    name: 'order_ready',
    language: 'de',
    header: 'Order {{1}}',
    body: 'Hello {{name}}, {{1}} is ready.',
  },
}
/** Texts that are easily broken on their way through quotes. */
const AWKWARD: ApiRequest = {
  method: 'POST',
  path: '/x?a=b&c=$HOME',
  headers: { 'X-Note': 'it\'s "so" `big` $HOME' },
  body: {
    quotes: 'it\'s "so"',
    backslash: 'a\\"b\\',
    lines: 'one\ntwo ${3}',
    'a-b': [1, true, null, []],
    nested: { list: [{ id: 'x', title: 'A title that is long enough for lines of its own' }] },
  },
}

const all: readonly [string, ApiRequest][] = [
  ...Object.entries({ ...EXAMPLES, ...DIALECT_EXAMPLES }).map(
    ([name, make]): [string, ApiRequest] => [name, make(CONTEXT)],
  ),
  ['awkward', AWKWARD],
]

test.each(all)('the JavaScript of %s makes just this request', async (_, wanted) => {
  const fetch = vi.fn<(url: string, options: object) => Promise<Response>>(async () =>
    Response.json({}),
  )
  const log = vi.fn<(status: number, answer: unknown) => void>()
  await runInNewContext(`(async () => {${toJavaScript(ORIGIN, wanted)}})()`, {
    fetch,
    console: { log },
  })
  expect(fetch).toHaveBeenCalledExactlyOnceWith(ORIGIN + wanted.path, {
    ...(wanted.method === 'POST' && { method: 'POST', body: JSON.stringify(wanted.body) }),
    headers: {
      ...wanted.headers,
      ...(wanted.body !== undefined && { 'Content-Type': 'application/json' }),
    },
  })
  expect(log).toHaveBeenCalledWith(200, {})
})

test.each(all)('the command of %s hands curl just this request', (_, wanted) => {
  const printArguments = 'curl() { for each in "$@"; do printf "%s\\0" "$each"; done; }\n'
  const output = execFileSync('sh', ['-c', printArguments + toCurl(ORIGIN, wanted)])
  const given = output.toString().split('\0').slice(0, -1)
  const headers = Object.entries({
    ...wanted.headers,
    ...(wanted.body !== undefined && { 'Content-Type': 'application/json' }),
  }).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const isData = (_: string, index: number) => given[index - 1] === '-d' || given[index] === '-d'
  expect(given.filter((each, index) => !isData(each, index))).toEqual([
    ...(wanted.method === 'POST' ? ['-X', 'POST'] : []),
    ORIGIN + wanted.path,
    ...headers,
  ])
  const data = given.filter(isData)[1]
  expect(data === undefined ? undefined : JSON.parse(data)).toEqual(wanted.body)
})

test('a template’s example fills each of its places', () => {
  expect(EXAMPLES.template(CONTEXT).body).toMatchObject({
    template: { name: 'order_ready', language: 'de', parameters: { 1: '1042', name: 'Ana' } },
  })
})
