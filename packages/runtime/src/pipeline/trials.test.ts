import { describe, expect, it } from 'vitest'
import type { PublicationRecord, TrialAudience } from './records.ts'
import { moveTargetOf, versionFor } from './trials.ts'

const onTrial = (audience: TrialAudience, flowVersionId = 'new'): PublicationRecord => ({
  id: 'pub',
  workspaceId: 'ws',
  numberId: 'num',
  flowId: 'flow',
  flowVersionId: 'old',
  publishedAt: 0,
  trial: { flowVersionId, audience, startedAt: 1_000, moves: true },
})
const PEOPLE = Array.from({ length: 2_000 }, (_, index) => ({ id: `contact_${index}` }))
const inTrial = (publication: PublicationRecord) =>
  PEOPLE.filter((contact) => versionFor(publication, contact) === 'new').map(({ id }) => id)

describe('a trial', () => {
  it('is for test contacts, and nobody else notices it', () => {
    const publication = onTrial({ type: 'testContacts' })
    expect(versionFor(publication, { id: 'a', isTestContact: true })).toBe('new')
    expect(inTrial(publication)).toEqual([])
  })

  it('for a share takes about that many, always the same, and test contacts beside', () => {
    const publication = onTrial({ type: 'percentage', percentage: 20 })
    const chosen = inTrial(publication)
    expect(chosen.length).toBeGreaterThan(320)
    expect(chosen.length).toBeLessThan(480)
    expect(inTrial(publication)).toEqual(chosen)
    const other = PEOPLE.find(({ id }) => !chosen.includes(id)) ?? { id: '' }
    expect(versionFor(publication, { ...other, isTestContact: true })).toBe('new')
  })

  it('keeps who is in it when the share grows', () => {
    const few = inTrial(onTrial({ type: 'percentage', percentage: 10 }))
    const many = new Set(inTrial(onTrial({ type: 'percentage', percentage: 60 })))
    expect(few.every((id) => many.has(id))).toBe(true)
  })

  it('takes others for another version, so that nobody is always the guinea pig', () => {
    const first = new Set(inTrial(onTrial({ type: 'percentage', percentage: 50 })))
    const other = onTrial({ type: 'percentage', percentage: 50 }, 'newer')
    const both = PEOPLE.filter(
      (contact) => first.has(contact.id) && versionFor(other, contact) === 'newer',
    )
    expect(both.length).toBeLessThan(600)
  })

  it('without a live version beside it answers nobody else', () => {
    const publication = { ...onTrial({ type: 'testContacts' }), flowVersionId: null }
    expect(versionFor(publication, { id: 'a' })).toBeNull()
  })
})

describe('a conversation in progress', () => {
  const resting = { flowVersionId: 'older', committedAt: 500 }
  const tester = { id: 'a', isTestContact: true }
  const publication = {
    ...onTrial({ type: 'testContacts' }),
    move: { flowVersionId: 'old', at: 800 },
  }

  it.each([
    ['to the trial that is for its contact', resting, tester, 'new'],
    ['to what was published, when the trial is not for its contact', resting, { id: 'b' }, 'old'],
    [
      'to the trial, though it rested too late for the other',
      { ...resting, committedAt: 900 },
      tester,
      'new',
    ],
    ['nowhere, when it went on since', { ...resting, committedAt: 1_001 }, tester, null],
    ['nowhere, when it is there already', { ...resting, flowVersionId: 'new' }, tester, null],
  ] as const)('moves %s', (_, session, contact, target) => {
    expect(moveTargetOf(publication, session, contact)).toBe(target)
  })
})
