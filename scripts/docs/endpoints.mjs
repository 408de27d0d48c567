// Writes docs/endpoints.md, the list of all endpoints of the REST API, from what the built server mounts:
// `node scripts/docs/endpoints.mjs`. A test compares the file with what this would write.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ type?: string | string[], enum?: string[], const?: string, items?: JsonSchema, anyOf?: JsonSchema[],
 *   oneOf?: JsonSchema[], properties?: Record<string, JsonSchema>, required?: string[], default?: string | number | boolean | object,
 *   maxLength?: number, format?: string, minimum?: number, maximum?: number }} JsonSchema
 * @typedef {{ toJSONSchema(options: { io: 'input', unrepresentable: 'any' }): JsonSchema }} Schema
 * @typedef {{ to: 'everybody' | 'user' | 'member', role?: string, numberKeys?: 'allowed', rateLimit?: 'own', only?: 'people' }} Access
 * @typedef {{ title: string }} Section
 * @typedef {{ method: string, path: string, summary: string, access: Access, query?: Schema, body?: Schema,
 *   status?: number }} Endpoint
 */

export const ENDPOINTS_FILE = fileURLToPath(new URL('../../docs/endpoints.md', import.meta.url))

/** By its path, because only what has been built can be imported here. */
const APP_FILE = new URL('../../packages/api/dist/app.js', import.meta.url).href
const SECTIONS_FILE = new URL('../../packages/api/dist/openapi/sections.js', import.meta.url).href

const HEAD = `# Endpoints

Made by \`node scripts/docs/endpoints.mjs\` from the descriptions that the server itself mounts; do not edit by hand.
[api.md](api.md) explains credentials, errors, pages and idempotency. An asterisk marks what a request must have. “With
the key of a number” means that \`Authorization: Bearer\` works as well as a login or a personal token.
`

export async function writeEndpoints() {
  const endpoints = await listEndpoints()
  const { SECTIONS, sectionOf } = await import(SECTIONS_FILE)
  const sections = SECTIONS.flatMap((/** @type {Section} */ section) => {
    const own = endpoints.filter((endpoint) => sectionOf(endpoint) === section)
    return own.length === 0 ? [] : [`## ${section.title}\n\n${own.map(present).join('\n')}`]
  })
  return `${HEAD}\n${sections.join('\n')}`
}

/** @returns {Promise<readonly Endpoint[]>} */
export async function listEndpoints() {
  const { createApp } = await import(APP_FILE)
  const known = {
    config: { publicUrl: 'http://localhost', hasRateLimits: false, trustProxy: 0 },
    editorDir: null,
  }
  // To be described, endpoints need no database and no pipeline: anything will do in their place.
  const dependencies = new Proxy(known, {
    get: (target, name) => (name in target ? Reflect.get(target, name) : ANYTHING),
  })
  return createApp(dependencies).endpoints
}

/** Has every property, can be called and constructed, and is itself each time. @type {any} */
const ANYTHING = new Proxy(function anything() {}, {
  get: () => ANYTHING,
  apply: () => ANYTHING,
  construct: () => ANYTHING,
})

/** @param {Endpoint} endpoint */
function present({ method, path, summary, access, query, body, status }) {
  const place = path.replaceAll(/:(\w+)/g, '{$1}')
  return [
    `### \`${method.toUpperCase()} ${place}\`\n`,
    `${summary}. ${whoOf(access)}${status === undefined ? '' : ` Answers ${status}.`}\n`,
    ...(query ? [`Query: ${fieldsOf(query)}\n`] : []),
    ...(body ? [`Body: ${fieldsOf(body)}\n`] : []),
  ].join('\n')
}

/** @param {Access} access */
function whoOf(access) {
  if (access.to === 'everybody') return 'For everybody.'
  if (access.to === 'user') return 'For every person who is known.'
  const keys =
    access.numberKeys === 'allowed'
      ? ', or with the key of a number'
      : access.only === 'people'
        ? ', not with keys'
        : ''
  return `For the role ${access.role}${keys}.`
}

/** @param {Schema} schema */
function fieldsOf(schema) {
  const { properties = {}, required = [] } = schema.toJSONSchema({
    io: 'input',
    unrepresentable: 'any',
  })
  const fields = Object.entries(properties).map(
    ([name, field]) => `\`${name}\`${required.includes(name) ? '*' : ''} ${typeOf(field)}`,
  )
  return fields.length > 0 ? fields.join(' · ') : 'an object'
}

/** A few words for a reader; the server's answer to a wrong value is exact. @param {JsonSchema} schema @returns {string} */
function typeOf(schema) {
  const fallback =
    schema.default === undefined || typeof schema.default === 'object' ? '' : ` (${schema.default})`
  if (schema.enum) return `${schema.enum.map((value) => `“${value}”`).join(' or ')}${fallback}`
  if (schema.const !== undefined) return `“${schema.const}”`
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(typeOf))].join(' or ')
  if (schema.type === 'array') return `list of ${schema.items ? typeOf(schema.items) : 'anything'}`
  if (schema.type === 'string' && schema.format === 'date-time') return 'instant'
  return `${schema.type === undefined ? 'anything' : String(schema.type)}${fallback}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(ENDPOINTS_FILE, await writeEndpoints())
}
