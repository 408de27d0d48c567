import { describe, expect, it } from 'vitest'
import { answerKind } from '../nodes/question.ts'
import { type AnswerContext, parseAnswer, type WrittenAnswerKind } from './parseAnswer.ts'

const context: AnswerContext = {
  language: 'en',
  defaultCountry: '',
  dateOrder: 'dayFirst',
  today: () => '2026-11-21',
  contactPhone: '',
}
function read(kind: { type: string }, text: string, given: Partial<AnswerContext> = {}) {
  // The schema has added the defaults of the kind; choices are not read here.
  const whole = answerKind.parse(kind) as WrittenAnswerKind
  return parseAnswer(whole, { type: 'text', text }, { ...context, ...given })
}

describe('numbers', () => {
  it.each([
    ['5', 5],
    ['-3', -3],
    ['− 3', -3],
    ['+7', 7],
    ['2.5', 2.5],
    ['2,5', 2.5],
    ['1,234', 1_234],
    ['1.234', 1.234],
    ['1,234.5', 1_234.5],
    ['1.234,5', 1_234.5],
    ['1.234.567', 1_234_567],
    ['12,34,567', 1_234_567],
    ['1 234,50 €', 1_234.5],
    ['R$ 1.234,50', 1_234.5],
    ["1'234.5", 1_234.5],
    ['١٢٫٥', 12.5],
    ['１２', 12],
    ['0', 0],
  ])('reads %s', (text, value) => {
    expect(read({ type: 'number' }, text)).toBe(value)
  })

  it('reads 1.234 as people of the language mean it', () => {
    expect(read({ type: 'number' }, '1.234', { language: 'de' })).toBe(1_234)
    expect(read({ type: 'number' }, '1,234', { language: 'de' })).toBe(1.234)
  })

  it.each([
    '',
    'five',
    '1-2',
    '1e3',
    '0x10',
    '1.2.3,4,5',
    '12 34',
    '..',
    '9'.repeat(16),
    'Infinity',
    'NaN',
  ])('does not read “%s”', (text) => {
    expect(read({ type: 'number' }, text)).toBeNull()
  })
})

describe('dates', () => {
  it.each([
    ['2026-12-24', '2026-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['24/12/26', '2026-12-24'],
    ['3/4/2026', '2026-04-03'],
    ['12/24/2026', '2026-12-24'],
    ['24 Dec 2026', '2026-12-24'],
    ['December 24, 2026', '2026-12-24'],
    ['24 December', '2026-12-24'],
    ['1.3.', '2027-03-01'],
    ['21.11.', '2026-11-21'],
    ['29.2.', '2028-02-29'],
    ['٢٤/١٢/٢٠٢٦', '2026-12-24'],
    ['2026年12月24日', '2026-12-24'],
    ['1.5.85', '1985-05-01'],
  ])('reads %s', (text, date) => {
    expect(read({ type: 'date' }, text)).toBe(date)
  })

  it('reads the names of months in the language of the flow', () => {
    expect(read({ type: 'date' }, '24 de diciembre de 2026', { language: 'es' })).toBe('2026-12-24')
    expect(read({ type: 'date' }, '5. März 2027', { language: 'de' })).toBe('2027-03-05')
  })

  it('keeps to the order of the flow', () => {
    expect(read({ type: 'date' }, '3/4/2026', { dateOrder: 'monthFirst' })).toBe('2026-03-04')
  })

  it.each(['', 'soon', '31.02.2026', '2026-13-01', '12', '12 or 13 people', '1.2.3.4', '1/2/345'])(
    'does not read “%s”',
    (text) => {
      expect(read({ type: 'date' }, text)).toBeNull()
    },
  )
})

describe('phone numbers', () => {
  it.each([
    ['+44 20 7946 0000', {}, '+442079460000'],
    ['0044 20 7946 0000', { defaultCountry: 'DE' }, '+442079460000'],
    ['11 98765-4321', { defaultCountry: 'BR' }, '+5511987654321'],
    ['11 98765-4321', { contactPhone: '5511912345678' }, '+5511987654321'],
    ['5511987654321', {}, '+5511987654321'],
    ['my number is +44 20 7946 0000', {}, '+442079460000'],
    ['+٤٤ ٢٠ ٧٩٤٦ ٠٠٠٠', {}, '+442079460000'],
  ])('reads %s with %j', (text, given, phone) => {
    expect(read({ type: 'phone' }, text, given)).toBe(phone)
  })

  it.each(['', '12', 'call me', '+999 1234', '11 98765-4321'])('does not read “%s”', (text) => {
    expect(read({ type: 'phone' }, text)).toBeNull()
  })
})

describe('e-mail addresses', () => {
  it.each([
    ['ana@example.com', 'ana@example.com'],
    ['It is Ana.Lima+shop@Mail.Example.COM, thanks', 'Ana.Lima+shop@mail.example.com'],
    ['<ana@exämple.de>', 'ana@exämple.de'],
    ['ａｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', 'ana@example.com'],
  ])('finds %s', (text, address) => {
    expect(read({ type: 'email' }, text)).toBe(address)
  })

  it.each([
    '',
    'ana',
    'ana@',
    'ana@example',
    '.ana@example.com',
    'a..b@example.com',
    'a@b.co c@d.co',
    `${'a@'.repeat(400)}b.c`,
  ])('finds none in “%.30s”', (text) => {
    expect(read({ type: 'email' }, text)).toBeNull()
  })
})

it('reads long and hostile answers in no time', () => {
  const started = performance.now()
  for (const type of ['text', 'number', 'email', 'phone', 'date']) {
    for (const part of ['1', 'a@', 'a.', '1 ', '٣', '👩‍👩‍👧‍👦', '\u202e', '-']) {
      read({ type }, part.repeat(10_000 / part.length))
      read({ type }, part.repeat(900 / part.length))
    }
  }
  expect(performance.now() - started).toBeLessThan(3_000)
})

describe('texts', () => {
  it('are no answer when nothing of them can be seen', () => {
    expect(read({ type: 'text' }, '\u200b\u2060 \u202e')).toBeNull()
    expect(read({ type: 'text' }, '👍')).toBe('👍')
  })
})
