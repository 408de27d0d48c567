import { isJson } from '../../json.ts'
import { HTTP_METHODS } from '../../nodes/httpMethods.ts'
import type { NodeDataInput } from '../../nodes/index.ts'
import { type Converted, type FlowBuilder, NOTHING, short } from './FlowBuilder.ts'
import { listIn, numberIn, objectIn, type TypebotBlock, textIn } from './typebotFile.ts'

type Data = NodeDataInput<'httpRequest'>
const MAX_TIMEOUT_SECONDS = 60

/** An HTTP request; Zapier, Make and Pabbly are requests to an address of theirs. */
export function convertRequest(block: TypebotBlock, builder: FlowBuilder): Converted {
  const { options } = block
  const webhook = objectIn(options, 'webhook') ?? objectIn(block, 'webhook')
  const address = builder.text(textIn(webhook, 'url'), 8_000).trim()
  if (!/^(https?:\/\/|\{\{)/iu.test(address)) {
    builder.notMapped(null, 'requestMissing')
    return NOTHING
  }
  const wanted = (textIn(webhook, 'method') || 'POST').toUpperCase()
  const method = HTTP_METHODS.find((each) => each === wanted) ?? 'GET'
  const query = pairs(webhook, 'queryParams', builder)
  const mapping = listIn(options, 'responseVariableMapping').map((each) => ({
    path: textIn(each, 'bodyPath').trim(),
    name: builder.variable(textIn(each, 'variableId')),
  }))
  const status = mapping.find(({ path }) => path === 'statusCode')?.name
  const whole = mapping.find(({ path }) => path === 'data')?.name
  const picked = mapping.flatMap(({ path, name }) => {
    const inside = pathInBody(path)
    return inside === null || name === null ? [] : [{ path: inside, variable: name }]
  })
  const nodeId = builder.add('httpRequest', {
    method,
    url: withQuery(address, query),
    headers: pairs(webhook, 'headers', builder).filter(({ name }) => HEADER_NAME.test(name)),
    body: method === 'GET' ? { type: 'none' } : bodyOf(textIn(webhook, 'body'), builder),
    timeoutSeconds: Math.min(Math.max(numberIn(options, 'timeout') ?? 10, 1), MAX_TIMEOUT_SECONDS),
    saveStatusAs: status ?? '',
    saveResponseAs: whole ?? '',
    mapping: picked.slice(0, 50),
  })
  if (method !== wanted) builder.notMapped(nodeId, 'methodApart', { method: short(wanted) })
  if (query.length > 0) builder.changed(nodeId, 'queryAppended')
  for (const { path } of mapping) {
    if (path === '' || path === 'statusCode' || path === 'data' || pathInBody(path) !== null)
      continue
    builder.notMapped(nodeId, 'mappingApart', { path: short(path) })
  }
  // Typebot goes on the same way whatever came of the request.
  const exits = ['success', 'failure'].map((handle) => ({ nodeId, handle }))
  return { entry: nodeId, exits, branches: [] }
}

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/u

function pairs(
  webhook: Readonly<Record<string, unknown>> | undefined,
  field: string,
  builder: FlowBuilder,
): { name: string; value: string }[] {
  return listIn(webhook, field)
    .map((pair) => ({
      name: textIn(pair, 'key').trim().slice(0, 256),
      value: builder.text(textIn(pair, 'value'), 8_192),
    }))
    .filter(({ name }) => name !== '')
    .slice(0, 50)
}

function withQuery(address: string, query: readonly { name: string; value: string }[]): string {
  if (query.length === 0) return address
  const words = query.map(({ name, value }) => {
    // What variables hold is only known when the flow runs.
    const written = value.includes('{{')
      ? value.replaceAll(/\{\{ (.*?) \}\}/gu, '{{ $1 | url_encode }}')
      : encodeURIComponent(value)
    return `${encodeURIComponent(name)}=${written}`
  })
  return `${address}${address.includes('?') ? '&' : '?'}${words.join('&')}`
}

function bodyOf(source: string, builder: FlowBuilder): NonNullable<Data['body']> {
  if (source.trim() === '') return { type: 'none' }
  const body = builder.text(source)
  return isJson(body)
    ? { type: 'json', json: body }
    : { type: 'text', text: body, contentType: 'application/json' }
}

/** `data.items[0].name` without its first word; null for JavaScript, and for the whole answer. */
function pathInBody(path: string): string | null {
  const inside = /^data(?:\.|(?=\[))((?:[\w-]+|\[\d+\])(?:\.[\w-]+|\[\d+\])*)$/u.exec(path)?.[1]
  return inside ?? null
}
