import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { flowSettings, flowVariable } from '../flow.ts'
import { NODE_TYPES, nodeDefinitions } from '../nodes/index.ts'
import { parseFlow } from '../parseFlow.ts'
import { readFieldSentence } from './fieldSentence.ts'
import { finding } from './finding.ts'

describe('a sentence', () => {
  it('has its values filled in, those with words of their own in words', () => {
    expect(finding('warning', 'emptyBranch', { taken: 'never' }).message).toBe(
      'A branch without rules is never taken.',
    )
    expect(finding('error', 'missingParameter', { place: 'name' }).message).toBe(
      'The template has a place {{name}} that nothing is put into.',
    )
  })

  it('counts', () => {
    expect(finding('error', 'endlessLoop', { count: 1 }).message).toMatch(/^This step/u)
    expect(finding('error', 'endlessLoop', { count: 3 }).message).toMatch(/^These 3 steps/u)
  })
})

/** Every sentence that a schema has for somebody who fills it in wrongly. */
function sentencesOf(schema: z.core.$ZodType, seen = new Set<unknown>()): readonly string[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const { def } = schema._zod
  const inner = Object.entries(def).flatMap(([key, value]: [string, unknown]) => {
    if (key === 'checks') return []
    const parts = Array.isArray(value) ? value : typeof value === 'object' ? [value] : []
    return parts.flatMap((part: unknown) => [
      ...(part instanceof z.core.$ZodType ? sentencesOf(part, seen) : []),
      ...(key === 'shape' && part
        ? Object.values(part).flatMap((child) =>
            child instanceof z.core.$ZodType ? sentencesOf(child, seen) : [],
          )
        : []),
    ])
  })
  const own = (def.checks ?? []).flatMap((check) => {
    const { error } = check._zod.def
    const said = error?.({ code: 'custom', input: undefined, path: [], message: '' } as never)
    return typeof said === 'string' ? [said] : []
  })
  return [...own, ...inner]
}

describe('what schemas say about fields', () => {
  const all = [...NODE_TYPES.map((type) => nodeDefinitions[type].data), flowSettings, flowVariable]
  const sentences = [...new Set(all.flatMap((schema) => sentencesOf(schema)))]

  it('is found in the schemas', () => {
    expect(sentences.length).toBeGreaterThan(40)
    expect(sentences).toContain('Write the question.')
  })

  it.each(sentences)('can be said in another language: %s', (sentence) => {
    expect(readFieldSentence(sentence)).not.toBeNull()
  })

  it('comes with the rule and its values', () => {
    const parsed = parseFlow({
      nodes: [
        { id: 'a', type: 'question', data: { text: '', saveAs: 'x', answer: { type: 'nothing' } } },
      ],
    })
    expect(parsed).toMatchObject({
      ok: false,
      problems: [
        { code: 'invalidField', params: { rule: 'writeQuestion' } },
        { code: 'invalidField', params: { rule: 'noSuchKind', field: '“type”' } },
      ],
    })
  })
})
