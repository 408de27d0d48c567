// Every JSON example of docs/flow-language.md is what it says it is.
import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'

const PAGE = new URL('../../docs/flow-language.md', import.meta.url)
/** By its path, because only what has been built can be imported here. */
const SHARED_FILE = new URL('../../packages/shared/dist/index.js', import.meta.url).href
const { lintFlow, parseFlow } = await import(SHARED_FILE)

const page = await readFile(PAGE, 'utf8')
const examples = [...page.matchAll(/^```json(?: (\w+))?\n(.*?)^```$/gms)].map(
  ([, kind = '', source = '']) => ({
    kind,
    source,
    line: page.slice(0, page.indexOf(source)).split('\n').length,
  }),
)

/** A flow with nothing in it but a start with these triggers. @param {object[]} triggers */
const startWith = (triggers) => ({ id: 'start', type: 'start', data: { triggers } })
const START = startWith([{ type: 'anyMessage', id: 'any' }])

/** The smallest draft that has an example in it. @type {Record<string, (example: any) => object>} */
const DRAFTS = {
  flow: (flow) => flow,
  node: (node) => ({ nodes: [START, node] }),
  trigger: (trigger) => ({ nodes: [startWith([trigger])] }),
  group: (group) => ({
    nodes: [START, { id: 'x', type: 'condition', data: { branches: [{ id: 'a', group }] } }],
  }),
  settings: (settings) => ({ nodes: [START], settings }),
  variables: (variables) => ({ nodes: [START], variables }),
}

describe('docs/flow-language.md', () => {
  test('has examples of every kind', () => {
    expect(new Set(examples.map(({ kind }) => kind))).toEqual(new Set(Object.keys(DRAFTS)))
  })

  test.each(examples)('the $kind in line $line can be published', ({ kind, source }) => {
    const draft = DRAFTS[kind]?.(JSON.parse(source))
    expect(parseFlow(draft)).toMatchObject({ ok: true })
    /** @type {{ severity: string }[]} */
    const problems = lintFlow(draft)
    // A part of a flow is connected to nothing and sets nothing.
    const serious = problems.filter(({ severity }) => kind === 'flow' || severity === 'error')
    expect(serious).toEqual([])
  })

  test('names the limits that the schemas have', () => {
    for (const id of ['x'.repeat(24), 'x'.repeat(25)]) {
      const node = { id: 'x', type: 'buttons', data: { text: 'a', buttons: [{ id, title: 'A' }] } }
      expect(parseFlow({ nodes: [START, node] }).ok).toBe(id.length <= 24)
    }
    const nodes = (/** @type {number} */ count) =>
      Array.from({ length: count }, (_, index) => ({ ...START, id: `n${index}` }))
    expect(parseFlow({ nodes: nodes(2_000) }).ok).toBe(true)
    expect(parseFlow({ nodes: nodes(2_001) }).ok).toBe(false)
  })
})
