// Writes docs/nodes.md, the reference of all node types, from their definitions: `node scripts/docs/nodes.mjs`. A test
// compares the file with what this would write.
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {{ type?: string | string[], const?: string, enum?: string[], title?: string, description?: string,
 *   default?: unknown, items?: JsonSchema, anyOf?: JsonSchema[], oneOf?: JsonSchema[], $ref?: string, $defs?: Record<string, JsonSchema>,
 *   properties?: Record<string, JsonSchema>, required?: string[], additionalProperties?: boolean | JsonSchema,
 *   minLength?: number, maxLength?: number, minimum?: number, maximum?: number, exclusiveMinimum?: number,
 *   minItems?: number, maxItems?: number }} JsonSchema
 * @typedef {{ id: string, label: string, optional: boolean }} Handle
 * @typedef {{ type: string, group: string, description: string, hasInput: boolean, defaults: () => object,
 *   handles: (data: object) => readonly Handle[], waits: (data: object) => boolean,
 *   data: { toJSONSchema(options: object): JsonSchema, safeParse(data: unknown):
 *     { success: true, data: object } | { success: false, error: { issues: { path: (string | number)[] }[] } } } }} Definition
 * @typedef {Readonly<Record<string, JsonSchema>>} Definitions by what refers to them
 * @typedef {{ path: string, kind: string, fallback: string, words: string, only: string, types: string[] }} Row
 *   `types`: the kinds that have the field; `only`: which those are, in words, when not all kinds do
 */

export const NODES_FILE = fileURLToPath(new URL('../../docs/nodes.md', import.meta.url))

/** By its path, because only what has been built can be imported here. */
const SHARED_FILE = new URL('../../packages/shared/dist/index.js', import.meta.url).href
/** What the editor calls the types and the sections of its palette. */
const WORDS_FILE = new URL('../../packages/editor/src/i18n/en/nodes.ts', import.meta.url)

const HEAD = `# Node types

Made by \`node scripts/docs/nodes.mjs\` from the definitions of the node types; do not edit by hand. What flows, texts and
answers are in general says [The flow language](flow-language.md). A field with an asterisk has to be written, the others
have the value in the third column when they are left out. Texts of nodes may hold [Liquid](flow-language.md#texts).
`

export async function writeNodes() {
  /** @type {{ nodeDefinitions: Record<string, Definition> }} */
  const { nodeDefinitions } = await import(SHARED_FILE)
  const { titles, groups } = await readWords()
  const definitions = Object.values(nodeDefinitions)
  const sections = [...new Set(definitions.map(({ group }) => group))].map((group) => {
    const own = definitions.filter((definition) => definition.group === group)
    const parts = own.map((definition) => present(definition, titles.get(definition.type)))
    return `## ${groups.get(group) ?? group}\n\n${parts.join('\n\n')}`
  })
  return `${HEAD}\n${sections.join('\n\n')}\n`
}

async function readWords() {
  const words = await readFile(WORDS_FILE, 'utf8')
  const titles = words.matchAll(/^ {4}(\w+): \{\n {6}title: '(.+)',$/gm)
  const groups = words.matchAll(/^ {4}(\w+): '(.+)',$/gm)
  const byFirst = (/** @type {Iterable<RegExpMatchArray>} */ found) =>
    new Map([...found].map(([, name = '', title = '']) => [name, title]))
  return { titles: byFirst(titles), groups: byFirst(groups) }
}

/** @param {Definition} definition @param {string | undefined} title */
function present(definition, title = definition.type) {
  const schema = definition.data.toJSONSchema({ io: 'input', unrepresentable: 'any' })
  const definitions = Object.entries(schema.$defs ?? {}).map(([name, each]) => [
    `#/$defs/${name}`,
    each,
  ])
  const rows = rowsOf(schema, '', Object.fromEntries(definitions))
  return [
    `### ${title} (\`${definition.type}\`)`,
    definition.description,
    table(rows),
    exits(definition),
  ].join('\n\n')
}

// ---------------------------------------------------------------------------------------------- exits

/** Everything that switches exits on, in the types that have it. */
const SWITCHES = { maxTries: 3, noReply: { afterSeconds: 60 }, otherHandle: true }

/** @param {Definition} definition */
function exits(definition) {
  const data = complete(definition, definition.defaults())
  const always = definition.handles(data)
  const switched = Object.entries(SWITCHES).flatMap(([field, value]) => {
    if (!(field in data)) return []
    return definition
      .handles(complete(definition, { ...data, [field]: value }))
      .filter(({ id }) => !always.some((handle) => handle.id === id))
      .map(({ id, label }) => `\`${id}\` (${label}) when \`${field}\` is set`)
  })
  const all = [...withoutExamples(always, data), ...switched]
  if (all.length === 0) return 'Exits: none.'
  return `Exits: ${all.join(' · ')}.`
}

/** Handles that are ids of the default's options stand for all such options. @param {readonly Handle[]} handles @param {object} data */
function withoutExamples(handles, data) {
  const lists = optionLists(data, '')
  const texts = handles.map(({ id, label, optional }) => {
    const list = lists.find(({ ids }) => ids.includes(id))
    if (list) return `the \`id\` of each of \`${list.path}\``
    return `\`${id}\` (${label})${optional ? ', may be left open' : ''}`
  })
  return [...new Set(texts)]
}

/** Lists of things with an id inside data. @param {unknown} value @param {string} path @returns {{ path: string, ids: string[] }[]} */
function optionLists(value, path) {
  if (Array.isArray(value)) {
    const ids = value.flatMap((item) => (typeof item?.id === 'string' ? [item.id] : []))
    const deeper = value.flatMap((item) => optionLists(item, `${path}[]`))
    return ids.length > 0 ? [{ path, ids }, ...deeper] : deeper
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => optionLists(each, join(path, key)))
}

/** Default data with the texts filled in that an author would have to write. @param {Definition} definition @param {object} data */
function complete({ type, data: schema }, data) {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const copy = structuredClone(data)
  for (const { path } of parsed.error.issues) fill(copy, path)
  const again = schema.safeParse(copy)
  if (!again.success) throw new Error(`The defaults of ${type} lack more than texts`)
  return again.data
}

/** @param {any} data @param {(string | number)[]} path */
function fill(data, path) {
  const last = path.at(-1) ?? ''
  const place = path.slice(0, -1).reduce((value, key) => value[key], data)
  place[last] = 'https://example.com'
}

// ---------------------------------------------------------------------------------------------- fields

/** One row for every field, however deep. @param {JsonSchema} schema @param {string} path @param {Definitions} definitions @returns {Row[]} */
function rowsOf(schema, path, definitions) {
  const variants = variantsOf(schema, definitions)
  const inside = deeper(schema, definitions)
  const types = variants.flatMap(({ properties }) => properties?.type?.const ?? [])
  const rows = variants.flatMap((variant) =>
    rowsOfVariant(variant, path, { types, definitions: inside }),
  )
  return merge(rows, types.length)
}

/** @param {JsonSchema} variant @param {string} path @param {{ types: string[], definitions: Definitions }} among @returns {Row[]} */
function rowsOfVariant(variant, path, { types, definitions }) {
  const { properties = {}, required = [] } = variant
  const own = types.length > 1 ? [properties.type?.const ?? ''] : []
  return Object.entries(properties).flatMap(([name, field]) => {
    const fieldPath = join(path, name)
    if (name === 'type' && own.length > 0) {
      // Which kinds there are is said where the field is that has them; what is left is what a kind means.
      if (!variant.description) return []
      return [
        {
          path: fieldPath,
          kind: `\`${field.const}\``,
          fallback: '',
          words: variant.description,
          only: '',
          types: [],
        },
      ]
    }
    const isRequired = required.includes(name) && field.default === undefined
    const row = {
      path: `${fieldPath}${isRequired ? '*' : ''}`,
      kind: kindOf(field, definitions),
      fallback: field.default === undefined ? '' : `\`${JSON.stringify(field.default)}\``,
      words: field.description ?? '',
      only: '',
      types: own,
    }
    const inside = rowsInside(field, fieldPath, definitions)
    return [row, ...inside.map((each) => ({ ...each, types: own }))]
  })
}

/** What is the same for several kinds is one row; one for all kinds need not name them. @param {readonly Row[]} rows @param {number} count */
function merge(rows, count) {
  /** @type {Map<string, Row>} */
  const merged = new Map()
  for (const row of rows) {
    const key = JSON.stringify([row.path, row.kind, row.fallback, row.only, row.words])
    merged.set(key, { ...row, types: [...(merged.get(key)?.types ?? []), ...row.types] })
  }
  return [...merged.values()].map((row) => {
    const isForAll = row.types.length === count || row.types.length === 0
    const kinds = row.types.map((type) => `\`${type}\``).join(', ')
    return { ...row, only: row.only || (isForAll ? '' : `for ${kinds}`), types: [] }
  })
}

/** @param {JsonSchema} field @param {string} path @param {Definitions} definitions @returns {Row[]} */
function rowsInside(field, path, definitions) {
  const list = notNull(field, definitions).find(({ type }) => type === 'array')
  if (list?.items) return rowsOf(list.items, `${path}[]`, definitions)
  return rowsOf(field, path, definitions)
}

/** The objects that a schema allows. @param {JsonSchema} schema @param {Definitions} definitions @returns {JsonSchema[]} */
const variantsOf = (schema, definitions) =>
  notNull(schema, definitions).filter(({ properties }) => properties)

/** The choices of a schema, without null and the empty text. @param {JsonSchema} schema @param {Definitions} definitions @returns {JsonSchema[]} */
function notNull(schema, definitions) {
  const whole = resolve(schema, definitions)
  return (whole.anyOf ?? whole.oneOf ?? [whole])
    .flatMap((each) => (each.anyOf || each.oneOf ? notNull(each, definitions) : [each]))
    .filter((each) => each.type !== 'null' && each.const !== '')
}

/** @param {JsonSchema} schema @param {Definitions} definitions @returns {JsonSchema} */
const resolve = (schema, definitions) => definitions[schema.$ref ?? ''] ?? schema

/** A shape that contains itself is looked into once. @param {JsonSchema} schema @param {Definitions} definitions */
function deeper({ $ref = '' }, definitions) {
  const { [$ref]: _seen, ...others } = definitions
  return others
}

/** A few words for a reader. @param {JsonSchema} schema @param {Definitions} definitions @returns {string} */
function kindOf(schema, definitions) {
  const whole = resolve(schema, definitions)
  const choices = notNull(whole, definitions)
  const isNullable = [whole, ...(whole.anyOf ?? [])].some(({ type }) =>
    [type].flat().includes('null'),
  )
  const types = choices.flatMap(({ properties }) => properties?.type?.const ?? [])
  const refs = choices.filter(({ $ref }) => $ref).map((each) => kindOfOne(each, definitions))
  const kinds =
    types.length > 1
      ? [`one of ${types.map((type) => `\`${type}\``).join(', ')}`, ...refs]
      : new Set(choices.map((each) => kindOfOne(each, definitions)))
  return [...kinds, ...(isNullable ? ['null'] : [])].join(' or ')
}

/** @param {JsonSchema} schema @param {Definitions} definitions @returns {string} */
function kindOfOne(schema, definitions) {
  if (schema.$ref) return 'a `group` again'
  if (schema.title) return schema.title
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  const { minimum, exclusiveMinimum, maximum } = schema
  switch ([schema.type].flat()[0]) {
    case 'string':
      return `text${range(schema.minLength, schema.maxLength, ' characters')}`
    case 'integer':
      return `whole number${range(minimum, maximum, '')}`
    case 'number':
      if (exclusiveMinimum !== undefined) return `number over ${exclusiveMinimum}`
      return `number${range(minimum, maximum, '')}`
    case 'boolean':
      return 'true or false'
    case 'array': {
      const items = schema.items ? kindOf(schema.items, definitions) : 'anything'
      return `list of ${items}${range(schema.minItems, schema.maxItems, ' entries')}`
    }
    default:
      return 'object'
  }
}

/** zod gives whole numbers without a limit of their own those that JavaScript has. @param {number | undefined} least @param {number | undefined} most @param {string} unit */
function range(least, most, unit) {
  const from = least === Number.MIN_SAFE_INTEGER ? undefined : least
  const to = most === Number.MAX_SAFE_INTEGER ? undefined : most
  if (from === undefined && to === undefined) return ''
  if (from === undefined || from === 0) return to === undefined ? '' : `, at most ${to}${unit}`
  return to === undefined ? `, at least ${from}${unit}` : `, ${from} to ${to}${unit}`
}

/** @param {string} path @param {string} name */
const join = (path, name) => (path === '' ? name : `${path}.${name}`)

/** @param {readonly Row[]} rows */
function table(rows) {
  if (rows.length === 0) return 'It has no fields.'
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [
    line(['field', 'value', 'when left out', '']),
    line(['---', '---', '---', '---']),
    ...rows.map(({ path, kind, fallback, only, words }) => {
      const name = `\`${path.replace('*', '')}\`${path.endsWith('*') ? '*' : ''}`
      return line([name, kind, fallback, [only, words].filter(Boolean).join(': ')])
    }),
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(NODES_FILE, await writeNodes())
}
