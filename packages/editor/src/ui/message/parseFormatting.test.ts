import { describe, expect, it } from 'vitest'
import { type Block, type Inline, parseFormatting, withoutFormatting } from './parseFormatting.ts'

describe('parseFormatting', () => {
  it.each([
    ['plain words', 'plain words'],
    ['*bold* word', '<b>bold</b> word'],
    ['_italic_ and ~gone~', '<i>italic</i> and <s>gone</s>'],
    ['*bold and _both_*', '<b>bold and <i>both</i></b>'],
    ['`code *stays*`', '<code>code *stays*</code>'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['* not bold *', '• not bold *'],
    ['an open *mark', 'an open *mark'],
    ['**', '**'],
    ['(*bold*), yes', '(<b>bold</b>), yes'],
    ['see https://a.example/x_y_z.', 'see <a>https://a.example/x_y_z</a>.'],
    ['*https://a.example*', '<b><a>https://a.example</a></b>'],
    ['one\n\ntwo', 'one\n\ntwo'],
    ['> quoted', '| quoted'],
    ['- a\n- b', '• a\n• b'],
    ['1. first', '1) first'],
    ['```a\nb```', '[a\nb]'],
    ['before\n```x```\nafter', 'before\n[x]\nafter'],
    ['open ```fence', 'open ```fence'],
    ['مرحبا *بك*', 'مرحبا <b>بك</b>'],
  ])('reads %j', (text, expected) => {
    expect(parseFormatting(text).map(showBlock).join('\n')).toBe(expected)
  })

  it('takes linear-ish time for a wall of marks', () => {
    const started = performance.now()
    parseFormatting('*a _b ~c '.repeat(1_000))
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

function showBlock(block: Block): string {
  switch (block.type) {
    case 'line':
      return showInlines(block.children)
    case 'quote':
      return `| ${showInlines(block.children)}`
    case 'bullet':
      return `• ${showInlines(block.children)}`
    case 'numbered':
      return `${block.number}) ${showInlines(block.children)}`
    default:
      return `[${block.text}]`
  }
}

const TAGS = { bold: 'b', italic: 'i', strike: 's' } as const
const showInlines = (inlines: readonly Inline[]): string => inlines.map(showInline).join('')

function showInline(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return inline.text
    case 'code':
      return `<code>${inline.text}</code>`
    case 'link':
      return `<a>${inline.text}</a>`
    default:
      return `<${TAGS[inline.type]}>${showInlines(inline.children)}</${TAGS[inline.type]}>`
  }
}

describe('withoutFormatting', () => {
  it.each([
    ['plain words', 'plain words'],
    ['Welcome to *Corner _Bakery_*', 'Welcome to Corner Bakery'],
    ['one\n- two', 'one two'],
    ['2 * 3 * 4', '2 * 3 * 4'],
  ])('reads %s as words alone', (text, words) => {
    expect(withoutFormatting(text)).toBe(words)
  })
})
