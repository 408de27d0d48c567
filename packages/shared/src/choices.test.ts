import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatToken,
  matchChoice,
  parseChoiceNumber,
  parseToken,
  toAsciiDigits,
} from './choices.ts'

const prompt = {
  promptId: 's1_2',
  options: [
    { key: 'pizza', title: '🍕 Pizza' },
    { key: 'acai', title: 'Açaí na tigela' },
    { key: 'human', title: 'Talk to a human agent', synonyms: ['help', 'person'] },
  ],
}
const says = (text: string) => matchChoice(prompt, { type: 'text', text })
const taps = (id: string, title = '') => matchChoice(prompt, { type: 'tap', id, title })

describe('matchChoice', () => {
  it.each([
    ['1', 'pizza', 'number'],
    ['2.', 'acai', 'number'],
    ['(3)', 'human', 'number'],
    ['#1', 'pizza', 'number'],
    ['٢', 'acai', 'number'],
    ['३', 'human', 'number'],
    ['２', 'acai', 'number'],
    ['2️⃣', 'acai', 'number'],
    ['③', 'human', 'number'],
    ['🍕 Pizza', 'pizza', 'title'],
    ['pizza!', 'pizza', 'title'],
    ['ACAI NA TIGELA', 'acai', 'title'],
    ['talk to a human ag…', 'human', 'title'],
    ['Talk to a...', 'human', 'title'],
    ['Person', 'human', 'synonym'],
  ])('understands “%s” as %s, by its %s', (text, key, by) => {
    expect(says(text)).toEqual({ type: 'chosen', key, by })
  })

  it.each(['', '0', '4', '1.5', '1 2', 'pizz', 'I want pizza', '\u0000', '…', 'x'.repeat(10_000)])(
    'does not guess what “%.20s” means',
    (text) => {
      expect(says(text)).toEqual({ type: 'none' })
    },
  )

  it('takes a title that is the number before the position', () => {
    const guests = {
      promptId: 'p',
      options: ['2', '4', '1'].map((title) => ({ key: `g${title}`, title })),
    }
    expect(matchChoice(guests, { type: 'text', text: '2' })).toMatchObject({ key: 'g2' })
    expect(matchChoice(guests, { type: 'text', text: '٤' })).toMatchObject({ key: 'g4' })
    expect(matchChoice(guests, { type: 'text', text: '3' })).toMatchObject({ key: 'g1' })
  })

  it('recognises a tap, an old tap, and a tap on what others sent', () => {
    expect(taps('c1.s1_2.acai')).toEqual({ type: 'chosen', key: 'acai', by: 'token' })
    expect(taps('c1.s1_1.acai')).toEqual({ type: 'stale', promptId: 's1_1', key: 'acai' })
    expect(taps('c1.s1_2.gone')).toEqual({ type: 'none' })
    expect(taps('payload of another bot', 'Pizza')).toMatchObject({ key: 'pizza', by: 'title' })
  })

  it('takes the vote in a poll', () => {
    const vote = { type: 'pollVote' as const, pollMessageId: 'm', options: ['🍕 Pizza'] }
    expect(matchChoice(prompt, vote)).toMatchObject({ key: 'pizza' })
    expect(matchChoice(prompt, { ...vote, options: [] })).toEqual({ type: 'none' })
  })

  it('does not choose by a cut title that fits two', () => {
    const two = {
      promptId: 'p',
      options: ['Blue shirt', 'Blue shoes'].map((title) => ({ key: title, title })),
    }
    expect(matchChoice(two, { type: 'text', text: 'Blue sh…' })).toEqual({ type: 'none' })
  })
})

describe('choice tokens', () => {
  const part = (maxLength: number) =>
    fc.stringMatching(new RegExp(`^[A-Za-z0-9_-]{1,${maxLength}}$`))

  it('come back as they went, and fit into 64 bytes', () => {
    fc.assert(
      fc.property(part(22), part(24), (promptId, key) => {
        const token = formatToken({ promptId, key })
        expect(token).toMatch(/^[A-Za-z0-9._-]{1,64}$/)
        expect(parseToken(token)).toEqual({ promptId, key })
      }),
    )
  })

  it.each([
    '',
    'c2.a.b',
    'c1.a',
    'c1..b',
    'c1.a.b.c',
    'c1.a.b ',
    'c1.ä.b',
    `c1.${'a'.repeat(23)}.b`,
  ])('are not “%s”', (id) => {
    expect(parseToken(id)).toBeNull()
  })
})

describe('parseChoiceNumber', () => {
  it('reads every decimal digit of Unicode', () => {
    for (const zero of [0x0660, 0x06f0, 0x0966, 0x0e50, 0xff10, 0x1d7ce]) {
      for (const digit of [1, 5, 9]) {
        expect(parseChoiceNumber(String.fromCodePoint(zero + digit))).toBe(digit)
      }
    }
    expect(toAsciiDigits('٠١٢٣٤٥٦٧٨٩')).toBe('0123456789')
    expect(parseChoiceNumber('🔟')).toBe(10)
  })
})
