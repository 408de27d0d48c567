// Pages of docs/ that repeat facts of the code must repeat all of them.
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** By their paths, because only what has been built can be imported here. */
const SHARED_FILE = new URL('../../packages/shared/dist/index.js', import.meta.url).href
const SHARED_API_FILE = new URL('../../packages/shared/dist/api/index.js', import.meta.url).href
const TYPEBOT_FILE = new URL(
  '../../packages/shared/dist/importers/typebot/index.js',
  import.meta.url,
).href
const PIPELINE_FILE = new URL('../../packages/runtime/dist/pipeline/index.js', import.meta.url).href

/** @param {string} file from the root */
const read = (file) => readFile(path.join(ROOT, file), 'utf8')

/** What stands in backticks in the first column of the tables of a section. @param {string} text */
const firstColumn = (text) => [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name)

/** @param {string} page @param {string} title */
function section(page, title) {
  const [, found] = page.split(new RegExp(`^#+ ${title}$`, 'm'))
  return found?.split(/^#+ /m)[0] ?? ''
}

test('docs/operations.md has all settings of the server, and no others', async () => {
  const config = await read('packages/api/src/config.ts')
  const settings = [...config.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name)
  expect(settings.length).toBeGreaterThan(10)
  expect(firstColumn(section(await read('docs/operations.md'), 'Settings'))).toEqual(settings)
})

test('docs/webhooks.md has all events of all formats, and no others', async () => {
  const { WEBHOOK_EVENTS } = await import(SHARED_API_FILE)
  const page = await read('docs/webhooks.md')
  for (const [format, events] of Object.entries(WEBHOOK_EVENTS)) {
    expect([format, firstColumn(section(page, format))]).toEqual([format, events])
  }
})

test('docs/import-from-typebot.md says of every type of block what becomes of it', async () => {
  const { BLOCK_TYPES } = await import(TYPEBOT_FILE)
  /** @type {Record<string, string>} */
  const levels = { exact: 'as before', changed: 'changed', notMapped: 'not taken over' }
  /** @type {[string, { becomes: string, level: string }][]} */
  const types = Object.entries(BLOCK_TYPES)
  const rows = types.map(
    ([type, { becomes, level }]) => `| \`${type}\` | ${becomes} | ${levels[level]} |`,
  )
  const page = await read('docs/import-from-typebot.md')
  // What only jumps has no converter of its own.
  const jumps = page.split('\n').filter((line) => /^\| `(Jump|Typebot link)` \|/.test(line))
  const table = page.split('\n').filter((line) => line.startsWith('| `'))
  expect(jumps).toHaveLength(2)
  expect(table).toEqual([...rows, ...jumps])
})

describe('docs/channels.md', () => {
  test('has all failure classes and what follows them', async () => {
    const { FAILURE_CLASSES } = await import(PIPELINE_FILE)
    const rows = section(await read('docs/channels.md'), 'Failures').matchAll(
      /^\| `(\w+)` \| [^|]+ \| `(\w+)` \|/gm,
    )
    expect(Object.fromEntries([...rows].map(([, name, action]) => [name, action]))).toEqual(
      FAILURE_CLASSES,
    )
  })

  test('says what each channel can show as the code has it', async () => {
    const { CAPABILITIES } = await import(SHARED_FILE)
    expect(await read('docs/channels.md')).toContain(capabilitiesTable(CAPABILITIES))
  })
})

/** @typedef {{ max: number, unit: 'codePoints' | 'bytes' }} Limit */
/**
 * @typedef {{ text: Limit, media: Record<string, { caption: Limit | null, maxBytes: number } | undefined>,
 *   buttons: { max: number, title: Limit, text: Limit, headers: string[], footer: Limit | null } | null,
 *   list: { maxRows: number, rowTitle: Limit, rowDescription: Limit } | null, ctaUrl: { buttonText: Limit } | null,
 *   poll: { maxOptions: number } | null, plain: string[] }} Capabilities
 */

/** @type {readonly (readonly [string, (channel: Capabilities) => string])[]} */
const ROWS = [
  ['text', ({ text }) => limit(text)],
  ['captions of images', ({ media }) => (media.image?.caption ? limit(media.image.caption) : '–')],
  ...['image', 'video', 'audio', 'voice', 'document', 'sticker'].map(
    (kind) =>
      /** @type {const} */ ([kind, (/** @type {Capabilities} */ { media }) => size(media[kind])]),
  ),
  ['buttons', ({ buttons }) => (buttons ? `${buttons.max}, each ${limit(buttons.title)}` : '–')],
  ['text above buttons', ({ buttons }) => (buttons ? limit(buttons.text) : '–')],
  ['header above buttons', ({ buttons }) => buttons?.headers.join(', ') || '–'],
  ['footer', ({ buttons }) => (buttons?.footer ? limit(buttons.footer) : '–')],
  ['list', ({ list }) => (list ? `${list.maxRows} rows, each ${limit(list.rowTitle)}` : '–')],
  ['button with a link', ({ ctaUrl }) => (ctaUrl ? limit(ctaUrl.buttonText) : '–')],
  ['poll', ({ poll }) => (poll ? `${poll.maxOptions} options` : '–')],
  ...['location', 'contacts', 'reaction', 'template'].map(
    (kind) =>
      /** @type {const} */ ([
        kind,
        (/** @type {Capabilities} */ { plain }) => (plain.includes(kind) ? 'yes' : '–'),
      ]),
  ),
]

/** @param {Record<string, Capabilities>} channels */
function capabilitiesTable(channels) {
  const names = Object.keys(channels)
  const row = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [
    row(['', ...names]),
    row(['---', ...names.map(() => '---')]),
    ...ROWS.map(([title, tell]) => row([title, ...Object.values(channels).map(tell)])),
  ].join('\n')
}

/** @param {Limit} limit */
const limit = ({ max, unit }) => `${max}${unit === 'bytes' ? ' bytes' : ''}`

/** @param {{ maxBytes: number } | undefined} medium */
const size = (medium) =>
  medium ? `${Math.round((medium.maxBytes / 1_048_576) * 10) / 10} MiB` : '–'
