import { type JsonValue, type NodeData, valueAt } from '@parley/shared'
import { toHttpBody } from '../httpBody.ts'
import type { HttpRequest, HttpResult, NodeBehaviour, Outcome, StepScope } from '../types.ts'

type Data = NodeData<'httpRequest'>

export const httpRequest: NodeBehaviour<'httpRequest'> = {
  enter: ({ data }, scope) => {
    const request = toRequest(data, scope)
    if ('problem' in request) return { do: 'leave', by: 'failure', note: request.problem }
    return {
      do: 'wait',
      effects: [{ type: 'httpRequest', request }],
      waiting: { tries: 0, effectId: scope.effectId() },
    }
  },
  resume: ({ data }, scope) => {
    const { event } = scope
    if (event.type === 'httpResponse') return afterResult(data, event.result, scope)
    return event.type === 'message'
      ? { do: 'stay', note: 'The contact wrote during a request; nothing answers that.' }
      : { do: 'stay' }
  },
}

function toRequest(data: Data, scope: StepScope): HttpRequest | { readonly problem: string } {
  const url = scope.render(data.url).trim()
  if (!/^https?:\/\/[^\s/]/i.test(url)) {
    return { problem: 'The address does not start with http:// or https://.' }
  }
  const body = toHttpBody(data.body, scope)
  if ('problem' in body) return body
  const headers = Object.fromEntries(
    // A line break in a value would begin another header.
    data.headers.map(({ name, value }) => [
      name.toLowerCase(),
      scope.render(value).replace(/[\r\n]+/g, ' '),
    ]),
  )
  return {
    method: data.method,
    url,
    headers: { ...body.headers, ...headers },
    ...(body.text === null ? {} : { body: body.text }),
    timeoutMs: data.timeoutSeconds * 1_000,
    retries: data.retries,
  }
}

function afterResult(data: Data, result: HttpResult, scope: StepScope): Outcome {
  switch (result.outcome) {
    case 'timedOut':
      return {
        do: 'leave',
        // Where the author drew no edge for it, taking too long is a failure like others.
        by: scope.isConnected('timeout') ? 'timeout' : 'failure',
        note: `No answer came within ${data.timeoutSeconds} seconds.`,
      }
    case 'failed':
      return { do: 'leave', by: 'failure', note: result.reason }
    case 'answered': {
      const isSuccess = result.status >= 200 && result.status < 300
      return {
        do: 'leave',
        by: isSuccess ? 'success' : 'failure',
        variables: valuesOf(data, result.status, result.body),
        note: `The answer had status ${result.status}.`,
      }
    }
  }
}

function valuesOf(data: Data, status: number, body: JsonValue): Record<string, JsonValue> {
  const values: Record<string, JsonValue> = {}
  if (data.saveStatusAs !== '') values[data.saveStatusAs] = status
  if (data.saveResponseAs !== '') values[data.saveResponseAs] = body
  for (const { path, variable } of data.mapping) values[variable] = valueAt(body, path) ?? null
  return values
}
