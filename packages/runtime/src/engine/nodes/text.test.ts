import { describe, expect, it } from 'vitest'
import { drawFlow } from '../../testing/flows.ts'
import { TestBot } from '../../testing/TestBot.ts'

//   start ──> first ──> second
const twoTexts = (first: string, second = 'Second') =>
  drawFlow({ first: ['text', { text: first }], second: ['text', { text: second }] }, [
    'start > first',
    'first > second',
  ])

describe('text', () => {
  it('sends its text and goes on', () => {
    new TestBot(twoTexts('First'))
      .receives('hi')
      .expectToHaveSent('First', 'Second')
      .expectToHaveEnded()
  })

  it.each([
    ['Hi {{ contact.name }}', 'Hi Ana'],
    ['{{ contact.city }}{{ nothing.at.all }}!', '!'],
    ['{{ contact.attributes.city | upcase }}', 'SÃO PAULO'],
    ['{% if contact.attributes.orders > 2 %}regular{% endif %}', 'regular'],
    ['{{ number.name }} on {{ channel }}', 'Shop on sandbox'],
    ['{{ today }} {{ now | date: "%H:%M" }}', '2026-01-05 09:00'],
    ['שלום {{ contact.name }} ‏مرحبا', 'שלום Ana ‏مرحبا'],
    ['👩‍👩‍👧‍👦 {{ contact.name }} 🇧🇷', '👩‍👩‍👧‍👦 Ana 🇧🇷'],
    ['{ not liquid }', '{ not liquid }'],
  ])('renders %s', (source, text) => {
    new TestBot(twoTexts(source)).receives('hi').expectToHaveSent(text, 'Second')
  })

  it('sends nothing where nothing is left of the text, and says so', () => {
    new TestBot(twoTexts('{{ unknown }}'))
      .receives('hi')
      .expectToHaveSent('Second')
      .expectNote(/text is empty/)
  })

  it('goes on when a template does too much', () => {
    const bomb = '{% for i in (1..99999) %}{% for j in (1..99999) %}x{% endfor %}{% endfor %}'
    const started = performance.now()
    new TestBot(twoTexts(bomb))
      .receives('hi')
      .expectToHaveSent('Second')
      .expectNote(/does too much/)
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('takes texts of 10,000 characters', () => {
    const long = 'a'.repeat(10_000)
    new TestBot(twoTexts(long)).receives('hi').expectToHaveSent(long, 'Second')
  })

  it('never sends a NUL character, wherever it comes from', () => {
    const bot = new TestBot(twoTexts('Hi {{ contact.name }}!'), { contact: { name: 'A\u0000na' } })
    bot.receives('hi\u0000').expectToHaveSent('Hi Ana!', 'Second')
  })
})
