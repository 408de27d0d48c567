import { describe, expect, it } from 'vitest'
import { lintFlow } from '../lint/lintFlow.ts'
import { parseFlow } from '../parseFlow.ts'
import { CAPABILITIES } from '../presets.ts'
import { startersIn } from './index.ts'
import { ar } from './words/ar/index.ts'
import { en } from './words/en/index.ts'
import { es } from './words/es/index.ts'

const LANGUAGES = [en, es, ar]

const STARTERS = LANGUAGES.flatMap((words) =>
  startersIn(words).map((starter) => ({ ...starter, language: words.language })),
)

describe.each(STARTERS)('the starter $id in $language', ({ draft, language }) => {
  it('can be published as it is', () => {
    expect(parseFlow(draft)).toMatchObject({ ok: true, flow: { settings: { language } } })
  })

  it('gives the linter nothing to say, for WhatsApp', () => {
    const { sandbox, 'whatsapp-cloud': cloud, 'whatsapp-web': web } = CAPABILITIES
    expect(lintFlow(draft, { capabilities: [sandbox, cloud, web] })).toEqual([])
  })

  it('has no edge twice', () => {
    expect(new Set(draft.edges.map(({ id }) => id)).size).toBe(draft.edges.length)
  })
})

it.each([
  ['Spanish', es],
  ['Arabic', ar],
])('everything that a starter says in %s is said otherwise than in English', (_, words) => {
  const english = stringsIn(en)
  const same = stringsIn(words).filter((text) => english.includes(text) && !SHARED.has(text))
  expect(same).toEqual([])
})

/** Words that English and another language have in common. */
const SHARED = new Set(['demo', 'error', 'no'])

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsIn)
      : []
