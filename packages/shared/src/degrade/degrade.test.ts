import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Capabilities } from '../capabilities.ts'
import type { Content, ContentOf } from '../content.ts'
import { findMisfits } from '../fits.ts'
import { CAPABILITIES, withoutTaps } from '../presets.ts'
import { degrade } from './degrade.ts'

const whatsapp = CAPABILITIES['whatsapp-cloud']
const options = (count: number, title = (n: number) => `Option ${n}`) =>
  Array.from({ length: count }, (_, index) => ({ id: `c1.p.${index}`, title: title(index + 1) }))
const buttons = (count: number, given: Partial<ContentOf<'buttons'>> = {}): Content => ({
  type: 'buttons',
  text: 'Choose',
  buttons: options(count),
  ...given,
})
const list = (sections: number, rows: number): Content => ({
  type: 'list',
  text: 'Choose',
  buttonText: 'Open',
  sections: Array.from({ length: sections }, (_, section) => ({
    title: `Section ${section}`,
    rows: options(rows, (n) => `Row ${section}.${n}`).map((row) => ({
      ...row,
      id: `${section}.${row.id}`,
    })),
  })),
})
const typesOf = (contents: readonly Content[]) => contents.map(({ type }) => type)

describe('degrade', () => {
  it('leaves alone what fits', () => {
    const content = buttons(3)
    expect(degrade(content, whatsapp)).toEqual([content])
  })

  it.each([
    ['three buttons', buttons(3), whatsapp, ['buttons']],
    ['four buttons', buttons(4), whatsapp, ['list']],
    ['eleven buttons', buttons(11), whatsapp, ['text']],
    ['thirteen buttons', buttons(13), CAPABILITIES.messenger, ['buttons']],
    ['fourteen buttons', buttons(14), CAPABILITIES.messenger, ['text']],
    ['three buttons without taps', buttons(3), withoutTaps(whatsapp), ['text']],
    ['a list of ten', list(2, 5), whatsapp, ['list']],
    ['a list of eleven', list(1, 11), whatsapp, ['text']],
    ['a list', list(2, 3), CAPABILITIES.telegram, ['buttons']],
    [
      'a picture above buttons',
      buttons(2, { header: { type: 'image', mediaId: 'm' } }),
      CAPABILITIES.telegram,
      ['image', 'buttons'],
    ],
    [
      'a picture above a list',
      { ...list(1, 2), header: { type: 'image', mediaId: 'm' } } as Content,
      whatsapp,
      ['image', 'list'],
    ],
    [
      'a long text above buttons',
      buttons(2, { text: 'Words. '.repeat(300) }),
      whatsapp,
      ['text', 'text', 'buttons'],
    ],
    [
      'a poll',
      { type: 'poll', text: 'Which?', options: options(3), selectableCount: 1 },
      whatsapp,
      ['buttons'],
    ],
    [
      'a poll with many answers',
      { type: 'poll', text: 'Which?', options: options(3), selectableCount: 0 },
      whatsapp,
      ['text'],
    ],
    [
      'a place',
      { type: 'location', latitude: 1, longitude: 2, name: 'Shop' },
      CAPABILITIES.messenger,
      ['text'],
    ],
    [
      'a reaction',
      { type: 'reaction', messageId: 'm', emoji: '👍' },
      CAPABILITIES.messenger,
      ['text'],
    ],
    ['a sticker', { type: 'sticker', mediaId: 'm' }, CAPABILITIES.messenger, ['image']],
    [
      'a picture with words',
      { type: 'image', mediaId: 'm', caption: 'Look' },
      CAPABILITIES.messenger,
      ['image', 'text'],
    ],
    [
      'a page',
      { type: 'ctaUrl', text: 'See', buttonText: 'Open', url: 'https://example.com' },
      withoutTaps(whatsapp),
      ['text'],
    ],
    [
      'a template',
      {
        type: 'template',
        name: 't',
        language: 'en',
        text: 'Hi',
        buttons: [{ type: 'quickReply', id: 'a', title: 'A' }],
      },
      CAPABILITIES['whatsapp-web'],
      ['buttons'],
    ],
    ['nothing but spaces', { type: 'text', text: ' '.repeat(5_000) }, whatsapp, []],
  ] satisfies readonly (readonly [string, Content, Capabilities, readonly string[]])[])(
    'shows %s',
    (_, content, capabilities, types) => {
      expect(typesOf(degrade(content, capabilities))).toEqual(types)
    },
  )

  it('numbers the options that cannot be tapped, through all sections', () => {
    const [content] = degrade(list(2, 2), withoutTaps(whatsapp))
    expect(content).toEqual({
      type: 'text',
      text: 'Choose\n\nSection 0\n1. Row 0.1\n2. Row 0.2\n\nSection 1\n3. Row 1.1\n4. Row 1.2',
    })
  })

  it('repeats a title that was cut, and tells equal ones apart', () => {
    const same = (n: number) => `The very same long beginning ${n}`
    const [content] = degrade(buttons(3, { buttons: options(3, same) }), whatsapp)
    if (content?.type !== 'buttons') throw new Error('three buttons are three buttons')
    expect(content.text).toContain('2. The very same long beginning 2')
    expect(new Set(content.buttons.map(({ title }) => title)).size).toBe(3)
    expect(content.buttons.map(({ id }) => id)).toEqual(options(3).map(({ id }) => id))
  })

  it('says in the text what the rows of a list have no room for', () => {
    const description = `${'long '.repeat(20)}end`
    const rows = [{ id: 'a', title: 'A', description }]
    const [content] = degrade(
      { type: 'list', text: 'Choose', buttonText: 'Open', sections: [{ rows }] },
      whatsapp,
    )
    expect(content).toMatchObject({ type: 'list', text: `Choose\n\n1. A – ${description}` })
  })

  it('cuts emoji families whole', () => {
    const family = '👩‍👩‍👧‍👦'
    const [content] = degrade(
      buttons(1, { buttons: [{ id: 'a', title: family.repeat(5) }] }),
      whatsapp,
    )
    expect(content).toMatchObject({ buttons: [{ title: `${family}${family}…` }] })
  })

  it('adds numbers where part of the readers sees no buttons', () => {
    expect(degrade(buttons(2), CAPABILITIES.instagram)).toMatchObject([
      { type: 'buttons', text: 'Choose\n\n1. Option 1\n2. Option 2' },
    ])
  })
})

// ------------------------------------------------------------------------------------------------ properties

const text = (max: number) =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
        fc.constantFrom(
          '👩‍👩‍👧‍👦',
          '. ',
          '\n\n',
          'שלום עולם ',
          'word '.repeat(200),
          'x'.repeat(700),
        ),
      ),
      { minLength: 1, maxLength: 12 },
    )
    // Somebody wrote something.
    .map((parts) => `t${parts.join('').replaceAll('\u0000', '')}`.slice(0, max))
const maybe = <Value>(key: string, value: fc.Arbitrary<Value>) =>
  fc.option(value, { nil: undefined }).map((each) => (each === undefined ? {} : { [key]: each }))

const someOptions = (max: number) =>
  fc
    .array(text(300), { minLength: 1, maxLength: max })
    .map((titles) => titles.map((title, index) => ({ id: `c1.p.${index}`, title })))
const header = fc.oneof(
  text(1_000).map((each) => ({ type: 'text' as const, text: each })),
  fc.constantFrom(
    { type: 'image' as const, mediaId: 'm' },
    { type: 'document' as const, url: 'https://e.co/a' },
  ),
)
const framed = fc
  .tuple(text(6_000), maybe('header', header), maybe('footer', text(1_000)))
  .map(([words, above, below]) => ({ text: words, ...above, ...below }))

const arbitraryContent: fc.Arbitrary<Content> = fc.oneof(
  text(12_000).map((each): Content => ({ type: 'text', text: each })),
  fc
    .tuple(
      fc.constantFrom('image' as const, 'video', 'document', 'audio', 'voice', 'sticker'),
      text(3_000),
      fc.constantFrom({}, { sizeBytes: 1_000 }, { sizeBytes: 6_000_000 }, { viewOnce: true }),
    )
    // Kinds without a caption drop it.
    .map(([type, caption, rest]) =>
      ['image', 'video', 'document'].includes(type)
        ? ({ type, mediaId: 'm', caption, ...rest } as Content)
        : ({ type, mediaId: 'm' } as Content),
    ),
  fc
    .tuple(framed, someOptions(30))
    .map(([frame, each]): Content => ({ type: 'buttons', ...frame, buttons: each })),
  fc
    .tuple(
      framed,
      text(200),
      fc.array(
        fc.tuple(maybe('title', text(500)), someOptions(8), maybe('description', text(500))),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
    )
    .map(
      ([frame, buttonText, sections]): Content => ({
        type: 'list',
        ...frame,
        buttonText,
        sections: sections.map(([title, rows, description], index) => ({
          ...title,
          rows: rows.map((row) => ({ ...row, ...description, id: `${row.id}-${index}` })),
        })),
      }),
    ),
  fc.tuple(framed, text(200)).map(
    ([frame, buttonText]): Content => ({
      type: 'ctaUrl',
      ...frame,
      buttonText,
      url: 'https://e.co/x',
    }),
  ),
  fc.tuple(text(4_000), someOptions(15), fc.nat(2)).map(
    ([words, each, selectableCount]): Content => ({
      type: 'poll',
      text: words,
      options: each,
      selectableCount,
    }),
  ),
  fc.tuple(framed, someOptions(10)).map(
    ([frame, each]): Content => ({
      type: 'template',
      name: 't',
      language: 'en',
      ...frame,
      buttons: each.map((option) => ({ type: 'quickReply' as const, ...option })),
    }),
  ),
)
const capabilities = fc
  .constantFrom<Capabilities>(...Object.values(CAPABILITIES))
  .chain((each) => fc.constantFrom(each, withoutTaps(each)))

/** Ids that can be tapped. */
const idsOf = (content: Content): readonly string[] => {
  switch (content.type) {
    case 'buttons':
      return content.buttons.map(({ id }) => id)
    case 'list':
      return content.sections.flatMap(({ rows }) => rows.map(({ id }) => id))
    case 'poll':
      return content.options.map(({ id }) => id)
    case 'template':
      return (content.buttons ?? []).flatMap((each) =>
        each.type === 'quickReply' ? [each.id] : [],
      )
    default:
      return []
  }
}
const RUNS = { numRuns: 300 }

describe('whatever is degraded for whichever channel', () => {
  it('fits', () => {
    fc.assert(
      fc.property(arbitraryContent, capabilities, (content, channel) => {
        for (const each of degrade(content, channel)) {
          expect(findMisfits(each, channel)).toEqual([])
        }
      }),
      RUNS,
    )
  })

  it('keeps every option: to be tapped with its id, or with its number in the text', () => {
    fc.assert(
      fc.property(arbitraryContent, capabilities, (content, channel) => {
        const shown = degrade(content, channel)
        const asked = idsOf(content)
        const tapped = shown.flatMap(idsOf)
        const words = shown.map((each) => ('text' in each ? each.text : '')).join('\n')
        const numbered = asked.filter((_id, index) => words.includes(`${index + 1}. `))
        expect([tapped, numbered]).toContainEqual(asked)
      }),
      RUNS,
    )
  })

  it('asks last, so that the buttons stand below everything', () => {
    fc.assert(
      fc.property(arbitraryContent, capabilities, (content, channel) => {
        const asking = degrade(content, channel).map((each) => idsOf(each).length > 0)
        expect(asking.slice(0, -1)).not.toContain(true)
      }),
      RUNS,
    )
  })

  it('keeps the words', () => {
    const lettersOf = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')
    const wordsOf = (contents: readonly Content[]) =>
      lettersOf(contents.map((each) => ('text' in each ? each.text : '')).join(''))
    fc.assert(
      fc.property(
        arbitraryContent.filter((each) => 'text' in each),
        capabilities,
        (content, channel) => {
          expect(wordsOf(degrade(content, channel))).toContain(wordsOf([content]))
        },
      ),
      RUNS,
    )
  })

  it('is left alone the second time', () => {
    fc.assert(
      fc.property(
        arbitraryContent,
        // Where numbers are always added they would be added again.
        capabilities.filter((each) => !each.alwaysNumbered),
        (content, channel) => {
          const once = degrade(content, channel)
          expect(once.flatMap((each) => degrade(each, channel))).toEqual(once)
        },
      ),
      RUNS,
    )
  })
})
