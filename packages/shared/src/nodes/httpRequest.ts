import { z } from 'zod'
import { finding } from '../lint/finding.ts'
import { defineNode, type Handle, type TemplateField } from './defineNode.ts'
import { requiredWords, variableName, webAddress, words } from './fields.ts'
import { HTTP_METHODS } from './httpMethods.ts'

const pair = z.strictObject({ name: requiredWords('the name', 256), value: words(8_192) })
const header = pair.refine(({ name }) => /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name), {
  message: 'A header name has letters, digits and - only.',
  path: ['name'],
})

export const httpBody = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('none') }),
  z
    .strictObject({ type: z.literal('json'), json: words() })
    .describe('JSON whose strings are Liquid; quotes in the values cannot break it.'),
  z.strictObject({
    type: z.literal('text'),
    text: words(),
    contentType: words(255).default('text/plain; charset=utf-8'),
  }),
  z.strictObject({ type: z.literal('form'), fields: z.array(pair).max(100) }),
])

const HANDLES: readonly Handle[] = [
  { id: 'success', label: 'Success', optional: false },
  { id: 'failure', label: 'Failure', optional: false, isFailure: true },
  { id: 'timeout', label: 'No answer in time', optional: true },
]

export const httpRequest = defineNode({
  type: 'httpRequest',
  description: 'Calls a web service, takes values from its answer and goes on by how it went.',
  group: 'actions',
  data: z.strictObject({
    method: z.enum(HTTP_METHODS).default('GET'),
    url: webAddress,
    headers: z.array(header).max(50, 'Use at most 50 headers.').default([]),
    body: httpBody.default({ type: 'none' }),
    timeoutSeconds: z.number().min(1).max(60).default(10),
    retries: z.number().int().min(0).max(5).default(0).describe('Further tries after a failure.'),
    saveResponseAs: variableName
      .or(z.literal(''))
      .default('')
      .describe('Variable that takes the whole body of the answer; empty: none.'),
    saveStatusAs: variableName
      .or(z.literal(''))
      .default('')
      .describe('Variable that takes the status number; empty: none.'),
    mapping: z
      .array(
        z.strictObject({
          path: requiredWords('where the value is, for example data.id', 512),
          variable: variableName,
        }),
      )
      .max(50)
      .default([])
      .describe('Values picked from the body by a dotted path, for example data.items[0].price.'),
  }),
  defaults: () => ({ url: '' }),
  handles: () => HANDLES,
  hasInput: true,
  waits: () => true,
  templates: (data) => [
    { path: ['url'], source: data.url },
    ...data.headers.map(({ value }, index) => ({
      path: ['headers', index, 'value'],
      source: value,
    })),
    ...bodyTemplates(data.body),
  ],
  assigns: (data) => [
    ...[data.saveResponseAs, data.saveStatusAs].filter((name) => name !== ''),
    ...data.mapping.map(({ variable }) => variable),
  ],
  assignedTypes: ({ saveStatusAs }) => (saveStatusAs === '' ? {} : { [saveStatusAs]: 'number' }),
  lint: ({ method, retries, body }) => [
    ...(retries > 0 && (method === 'POST' || method === 'PATCH')
      ? [
          {
            ...finding('warning', 'retriesIgnored', { method }),
            field: ['retries'],
          },
        ]
      : []),
    ...(method === 'GET' && body.type !== 'none'
      ? [
          {
            ...finding('error', 'bodyNotAllowed', {}),
            field: ['body'],
          },
        ]
      : []),
  ],
})

function bodyTemplates(body: z.infer<typeof httpBody>): readonly TemplateField[] {
  switch (body.type) {
    case 'none':
      return []
    case 'json':
      return [{ path: ['body', 'json'], source: body.json, strings: 'json' }]
    case 'text':
      return [{ path: ['body', 'text'], source: body.text }]
    case 'form':
      return body.fields.map(({ value }, index) => ({
        path: ['body', 'fields', index, 'value'],
        source: value,
      }))
  }
}
