import { describe, expect, it } from 'vitest'
import { withoutFormatting } from '../../../ui/message/parseFormatting.ts'
import { highlight, type Look } from './highlight.ts'

/** Stretches as `text/look+look`. */
const shown = (text: string, hasFormatting = true) =>
  highlight(text, { hasFormatting }).map(({ text: words, look }) => {
    // The keys of a look are its names.
    const names = (Object.keys(look) as (keyof Look)[]).filter((name) => look[name])
    return names.length === 0 ? words : `${words}/${names.join('+')}`
  })

describe('a text while it is written', () => {
  it.each<[string, string[]]>([
    ['so *good* it', ['so ', '*/bold+mark', 'good/bold', '*/bold+mark', ' it']],
    [
      '*a _b_*',
      [
        '*/bold+mark',
        'a /bold',
        '_/bold+italic+mark',
        'b/bold+italic',
        '_/bold+italic+mark',
        '*/bold+mark',
      ],
    ],
    ['`x*y*`', ['`/code+mark', 'x*y*/code', '`/code+mark']],
    ['2 * 3 * 4', ['2 * 3 * 4']],
    ['- tea\n> said', ['- /mark', 'tea\n', '> /mark', 'said/quote']],
    ['```a\nb```', ['```/code+mark', 'a\nb/code', '```/code+mark']],
    ['Hi {{ name | upcase }}!', ['Hi ', '{{ name | upcase }}/variable', '!']],
    ['*{{ name }}*', ['*/bold+mark', '{{ name }}/variable', '*/bold+mark']],
    ['https://x.co/_a_b', ['https://x.co/_a_b']],
  ])('looks as WhatsApp shows it: %s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  it('keeps every character', () => {
    const text = '*Hi* _you_\n```code```\n1. one 👩‍👩‍👧 {{ x }}\n\n'
    expect(
      highlight(text, { hasFormatting: true })
        .map((each) => each.text)
        .join(''),
    ).toBe(text)
  })

  it.each(['a *b* _c_ ~d~ `e`', '*a _b_* c', 'no_such_mark *here', '~*both*~'])(
    'dims exactly the signs that are not shown: %s',
    (text) => {
      const left = highlight(text, { hasFormatting: true }).filter(({ look }) => !look.mark)
      expect(left.map((each) => each.text).join('')).toBe(withoutFormatting(text))
    },
  )

  it('shows variables alone where there is no formatting', () => {
    expect(shown('*a* {{ b }}', false)).toEqual(['*a* ', '{{ b }}/variable'])
  })
})
