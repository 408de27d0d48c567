import { describe, expect, it } from 'vitest'
import { lintFlow } from '../lint/lintFlow.ts'
import { parseFlow } from '../parseFlow.ts'
import { CAPABILITIES } from '../presets.ts'
import { STARTERS } from './index.ts'

describe.each(STARTERS)('the starter $id', ({ draft }) => {
  it('can be published as it is', () => {
    expect(parseFlow(draft)).toMatchObject({ ok: true })
  })

  it('gives the linter nothing to say, for WhatsApp', () => {
    const { sandbox, 'whatsapp-cloud': cloud, 'whatsapp-web': web } = CAPABILITIES
    expect(lintFlow(draft, { capabilities: [sandbox, cloud, web] })).toEqual([])
  })

  it('has no edge twice', () => {
    expect(new Set(draft.edges.map(({ id }) => id)).size).toBe(draft.edges.length)
  })
})
