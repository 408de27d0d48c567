import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NODE_TYPES, nodeDefinitions } from './index.ts'
import { shapeData } from './shapeData.ts'

describe('shapeData', () => {
  it('fills in what a new node leaves out', () => {
    expect(shapeData('buttons', { text: '', buttons: [{ id: 'yes', title: 'Yes' }] })).toEqual({
      text: '',
      header: null,
      footer: '',
      buttons: [{ id: 'yes', title: 'Yes', synonyms: [] }],
      saveAs: '',
      otherHandle: false,
      retryText: '',
      maxTries: null,
      noReply: null,
    })
  })

  it('keeps what only breaks a rule, for the author to see', () => {
    const data = shapeData('question', {
      text: '',
      saveAs: 'not a name!',
      answer: { type: 'number', min: 5, max: 1, integer: false },
    })
    expect(data).toMatchObject({
      saveAs: 'not a name!',
      answer: { type: 'number', min: 5, max: 1 },
    })
  })

  it('keeps groups inside groups', () => {
    const rule = {
      type: 'rule',
      subject: { type: 'variable', name: 'age' },
      operator: 'greater',
      values: [],
    }
    const group = { type: 'group', match: 'any', rules: [rule, { type: 'group', rules: [rule] }] }
    const data = shapeData('condition', { branches: [{ id: 'a', group }] })
    expect(data.branches[0]?.group.rules).toEqual([
      rule,
      { type: 'group', match: 'all', rules: [rule] },
    ])
  })

  it('gives handles and previews something to work with, whatever the data is', () => {
    const anything = fc.jsonValue({ maxDepth: 3 })
    fc.assert(
      fc.property(fc.constantFrom(...NODE_TYPES), anything, (type, value) => {
        // fast-check's type of JSON and ours differ in being readonly only.
        const data = shapeData(type, value as never)
        const definition = nodeDefinitions[type] as unknown as {
          handles(data: unknown): readonly unknown[]
          preview?(data: unknown): readonly unknown[]
          templates(data: unknown): readonly unknown[]
        }
        expect(Array.isArray(definition.handles(data))).toBe(true)
        expect(Array.isArray(definition.templates(data))).toBe(true)
        definition.preview?.(data)
      }),
    )
  })
})
