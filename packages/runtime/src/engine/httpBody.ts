import type { JsonValue, NodeData } from '@parley/shared'
import type { StepScope } from './types.ts'

type Body = NodeData<'httpRequest'>['body']
export type RenderedBody =
  | { readonly text: string | null; readonly headers: Readonly<Record<string, string>> }
  | { readonly problem: string }

export function toHttpBody(body: Body, scope: StepScope): RenderedBody {
  switch (body.type) {
    case 'none':
      return { text: null, headers: {} }
    case 'json':
      return toJsonBody(body.json, scope)
    case 'text':
      return { text: scope.render(body.text), headers: { 'content-type': body.contentType } }
    case 'form':
      return {
        text: body.fields
          .map(({ name, value }) => `${formEncode(name)}=${formEncode(scope.render(value))}`)
          .join('&'),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }
  }
}

function toJsonBody(source: string, scope: StepScope): RenderedBody {
  const headers = { 'content-type': 'application/json' }
  const template = parseJson(source)
  // JSON with templates in its strings: filled string by string, so that no quote in a value can break it.
  if (template !== undefined) return { text: JSON.stringify(fill(template, scope)), headers }
  const text = scope.render(source)
  return parseJson(text) === undefined
    ? { problem: 'The body is not valid JSON once it is filled in.' }
    : { text, headers }
}

function fill(value: JsonValue, scope: StepScope): JsonValue {
  if (typeof value === 'string') return scope.render(value)
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item: JsonValue) => fill(item, scope))
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, scope)]))
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue // JSON.parse makes nothing else.
  } catch {
    return undefined
  }
}

/** encodeURIComponent throws for half a surrogate pair. */
const formEncode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('%20', '+')
