import { errorBody } from '@parley/shared/api'
import type { z } from 'zod'
import type { Access, Endpoint } from '../http/endpoint.ts'
import { createSchemaWriter, type JsonSchema, type SchemaWriter } from './schemas.ts'
import { SECTIONS, sectionOf } from './sections.ts'

/** An OpenAPI 3.1 document; https://spec.openapis.org/oas/v3.1.1.html */
export interface OpenApiDocument {
  readonly openapi: '3.1.1'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string; readonly description: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: typeof SECURITY_SCHEMES
  }
}

interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters: readonly JsonSchema[]
  readonly requestBody?: JsonSchema
  readonly responses: Readonly<Record<string, JsonSchema>>
}

const API_VERSION = '1.0.0'

const DESCRIPTION = `Parley's own API under \`/api/v1\`, and the dialects of other products beside it. All of them send
through one pipeline and read the same messages and contacts.

Every list comes in pages: \`pagination.next\` goes into \`?cursor=\`. Every POST that sends takes the header
\`Idempotency-Key\`. Limits are told in \`X-RateLimit-Limit\`, \`X-RateLimit-Remaining\` and \`X-RateLimit-Reset\`, and with
429 in \`Retry-After\`.`

/** Describes all endpoints, from the schemas that check what comes in and that the tests hold answers against. */
export function createDocument(endpoints: readonly Endpoint[]): OpenApiDocument {
  const schemas = createSchemaWriter()
  const paths: Record<string, Record<string, Operation>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}')
    const operations = (paths[path] ??= {})
    operations[endpoint.method] = toOperation(endpoint, schemas)
  }
  const used = new Set(endpoints.map((endpoint) => sectionOf(endpoint)))
  return {
    openapi: '3.1.1',
    info: { title: 'Parley', version: API_VERSION, description: DESCRIPTION },
    servers: [{ url: '/', description: 'This server' }],
    tags: SECTIONS.filter((section) => used.has(section)).map(({ title, about }) => ({
      name: title,
      description: about,
    })),
    paths,
    components: { schemas: sorted(schemas.components), securitySchemes: SECURITY_SCHEMES },
  }
}

function toOperation(endpoint: Endpoint, schemas: SchemaWriter): Operation {
  const { summary, access, body, query, status = 200, answer, dialect, takesFiles } = endpoint
  const error = schemas.write(dialect?.error ?? errorBody, 'output')
  return {
    operationId: operationIdOf(endpoint),
    tags: [sectionOf(endpoint).title],
    summary,
    description: describeAccess(access),
    security: securityOf(endpoint),
    parameters: [
      ...pathParameters(endpoint.path),
      ...(query ? queryParameters(query, schemas) : []),
      ...(isSend(endpoint) ? [IDEMPOTENCY_KEY] : []),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          'application/json': { schema: schemas.write(body, 'input') },
          ...(takesFiles && FILE_BODIES),
        },
      },
    }),
    responses: {
      [String(status)]: {
        description: 'It went well',
        ...(answer && {
          content: { 'application/json': { schema: schemas.write(answer, 'output') } },
        }),
      },
      default: {
        description: 'It was refused; the error says why',
        content: { 'application/json': { schema: error } },
      },
    },
  }
}

/** https://spec.openapis.org/oas/v3.1.1.html#considerations-for-file-uploads */
const FILE_BODIES = {
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
      required: ['file'],
    },
  },
  'application/octet-stream': { schema: {} },
} as const

/** `GET /api/v1/flows/:flowId/versions` is `getFlowsByFlowIdVersions`: unique, and the same tomorrow. */
function operationIdOf({ method, path }: Endpoint): string {
  const isRoot = !/^\/(api|v1|instance)/.test(path)
  const words = (isRoot ? `/root${path}` : path)
    .replace(/^\/api\/v1/, '')
    .replaceAll(/:(\w+)/g, '/by-$1')
    .split(/[/._-]+/)
    .filter((word) => word !== '')
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

function describeAccess(access: Access): string {
  switch (access.to) {
    case 'everybody':
      return 'Needs no credential.'
    case 'user':
      return 'For a person who is logged in, or their personal token.'
    case 'member': {
      const keys = access.numberKeys === 'allowed' ? ' The key of a number is taken, too.' : ''
      const people = access.only === 'people' ? ' Keys are not taken.' : ''
      return `Needs the role ${access.role} or more.${keys}${people}`
    }
  }
}

/** One of them is enough. */
function securityOf({ access, path }: Endpoint): Operation['security'] {
  if (access.to === 'everybody') return []
  if (sectionOf({ path }).credential === 'token') return [{ instanceToken: [] }]
  if (sectionOf({ path }).credential === 'apiKey') return [{ apiKey: [] }, { bearer: [] }]
  if (access.to === 'user') return [{ personalToken: [] }, { login: [] }]
  const shared = access.only === 'people' ? [] : [{ apiKey: [] }, { bearer: [] }]
  return [{ personalToken: [] }, ...shared, { login: [] }]
}

const SECURITY_SCHEMES = {
  personalToken: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Token',
    description: 'Acts for the person who made it: `parley_pat_…`',
  },
  apiKey: {
    type: 'apiKey',
    in: 'header',
    name: 'X-API-Key',
    description: 'Key of a workspace, `whm_…`, or of a number',
  },
  bearer: {
    type: 'http',
    scheme: 'bearer',
    description: 'Key of a number, `parley_key_…`, or of a workspace, `whm_…`',
  },
  instanceToken: {
    type: 'apiKey',
    in: 'query',
    name: 'token',
    description: 'Token of an instance',
  },
  login: {
    type: 'apiKey',
    in: 'cookie',
    name: 'parley_login',
    description: 'The login of the editor, from its own pages',
  },
} as const

const pathParameters = (path: string): JsonSchema[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))

function queryParameters(query: z.ZodType, schemas: SchemaWriter): JsonSchema[] {
  const { properties, required } = schemas.write(query, 'input')
  const names: readonly unknown[] = Array.isArray(required) ? required : []
  return Object.entries(properties ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: names.includes(name),
    schema,
  }))
}

const IDEMPOTENCY_KEY: JsonSchema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key and the same request has the first result',
  schema: { type: 'string', maxLength: 255 },
}

const isSend = ({ method, access }: Endpoint): boolean =>
  method === 'post' && access.to === 'member' && access.scope === 'send'

const sorted = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
