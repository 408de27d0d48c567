import { describe, expect, it } from 'vitest'
import { drawFlow } from '../testing/flows.ts'
import { TestBot } from '../testing/TestBot.ts'

//             ┌ yes ────> good
//   start > ask ── no ──> bad
const SETTINGS = { language: 'en', languages: ['es', 'pt-BR'], staleTapText: 'Too old.' }
const flow = (data: object = {}, settings: object = {}) => {
  const drawn = drawFlow(
    {
      ask: [
        'buttons',
        {
          text: 'Happy, {{ contact.name }}?',
          buttons: [
            { id: 'yes', title: 'Yes', synonyms: ['sure'] },
            { id: 'no', title: 'No' },
          ],
          saveAs: 'mood',
          ...data,
        },
      ],
      good: ['end', { message: 'Good: {{ mood }}' }],
      bad: ['end', { message: 'Bad' }],
    },
    ['start > ask', 'ask.yes > good', 'ask.no > bad'],
    { ...SETTINGS, translations: { es: { staleTapText: 'Muy viejo.' } }, ...settings },
  )
  const translations: Record<string, Record<string, Record<string, string>>> = {
    ask: { es: { text: '¿Feliz, {{ contact.name }}?', 'buttons.yes.title': 'Sí' } },
    good: { es: { message: 'Bien: {{ mood }}' } },
  }
  const nodes = drawn.nodes.map((node) => {
    const texts = translations[node.id]
    return texts ? { ...node, translations: texts } : node
  })
  return { ...drawn, nodes }
}
const speaking = (language: string, data?: object, settings?: object) =>
  new TestBot(flow(data, settings), { contact: { language } })

describe('a flow in several languages', () => {
  it('speaks the language of the contact, and its own where a translation is missing', () => {
    speaking('es-MX').receives('hi').expectToHaveSent('¿Feliz, Ana? [Sí] [No]')
    speaking('pt').receives('hi').expectToHaveSent('Happy, Ana? [Yes] [No]')
    speaking('fr').receives('hi').expectToHaveSent('Happy, Ana? [Yes] [No]')
    speaking('').receives('hi').expectToHaveSent('Happy, Ana? [Yes] [No]')
  })

  it.each(['sí', 'Yes', 'sure', '1'])(
    'understands %j, and keeps the title that the author wrote',
    (said) => {
      const bot = speaking('es').receives('hi').expectToHaveSent('¿Feliz, Ana? [Sí] [No]')
      bot.receives(said).expectToHaveSent('Bien: Yes').expectVariables({ mood: 'Yes' })
    },
  )

  it('understands a tap by its token, whatever the title says', () => {
    speaking('es')
      .receives('hi')
      .expectToHaveSent('¿Feliz, Ana? [Sí] [No]')
      .taps('Sí')
      .expectToHaveSent('Bien: Yes')
  })

  it('says ready-made sentences in the language that it speaks', () => {
    speaking('es')
      .receives('hi')
      .expectToHaveSent('¿Feliz, Ana? [Sí] [No]')
      .receives('perhaps')
      .expectToHaveSent('Por favor, elige una de las opciones. [Sí] [No]')
    speaking('pt')
      .receives('hi')
      .expectToHaveSent('Happy, Ana? [Yes] [No]')
      .receives('perhaps')
      .expectToHaveSent('Por favor, escolha uma das opções. [Yes] [No]')
  })

  it('goes on in another language when the contact is given one', () => {
    const bot = speaking('').receives('hi').expectToHaveSent('Happy, Ana? [Yes] [No]')
    bot.becomes({ language: 'es' })
    bot.receives('perhaps').expectToHaveSent('Por favor, elige una de las opciones. [Sí] [No]')
    // The buttons of the message before still count: it is the same question.
    bot.taps('Yes').expectToHaveSent('Bien: Yes')
  })

  it('keeps nothing of languages in the sessions of a flow that has one', () => {
    const bot = speaking('es', {}, { languages: [] }).receives('hi')
    bot.expectToHaveSent('Happy, Ana? [Yes] [No]')
    expect(bot.session.waiting?.prompt).not.toHaveProperty('language')
  })
})

describe('setVariable of contact.language', () => {
  //   start ──> which ──> set ──> hello
  const asking = (value: object = { type: 'text', text: '{{ answer }}' }) => {
    const drawn = drawFlow(
      {
        which: ['question', { text: 'Language?', saveAs: 'answer' }],
        set: ['setVariable', { assignments: [{ name: 'contact.language', value }] }],
        hello: ['text', { text: 'Hello ({{ contact.language }})' }],
      },
      ['start > which', 'which > set', 'set > hello'],
      SETTINGS,
    )
    const hello = { translations: { es: { text: 'Hola ({{ contact.language }})' } } }
    const nodes = drawn.nodes.map((node) => (node.id === 'hello' ? { ...node, ...hello } : node))
    return new TestBot({ ...drawn, nodes }).receives('hi').expectToHaveSent('Language?')
  }

  it.each(['es', 'Español', 'spanish', 'ES'])(
    'takes %j, and the next message speaks it',
    (said) => {
      const bot = asking().receives(said).expectToHaveSent('Hola (es)')
      expect(bot.effects).toContainEqual(
        expect.objectContaining({ type: 'updateContact', change: { setLanguage: 'es' } }),
      )
      expect(bot.session.variables).toEqual({ answer: said })
    },
  )

  it('leaves the contact as it is when the answer is no language', () => {
    const bot = asking().receives('the usual').expectToHaveSent('Hello ()')
    expect(bot.effects.some(({ type }) => type === 'updateContact')).toBe(false)
    expect(bot.trace.some(({ note = '' }) => note.includes('“the usual” is not a language'))).toBe(
      true,
    )
  })

  it('forgets the language when it is cleared', () => {
    const bot = asking({ type: 'clear' }).receives('es').expectToHaveSent('Hello ()')
    expect(bot.effects).toContainEqual(
      expect.objectContaining({ type: 'updateContact', change: { setLanguage: '' } }),
    )
  })
})
