import { type Draft, withEdit } from '@parley/shared/draft'
import { describe, expect, it } from 'vitest'
import { setTranslations } from '../../../canvas/translationEdits.ts'
import { flowTexts, missingCounts } from './flowTexts.ts'
import { readTranslationFile, toTranslationFile } from './translationFile.ts'

const draft: Draft = {
  nodes: [
    { id: 'start', type: 'start', position: { x: 0, y: 0 }, data: {} },
    {
      id: 'ask',
      type: 'buttons',
      position: { x: 0, y: 0 },
      data: { text: 'Happy?', buttons: [{ id: 'yes', title: '=Yes' }] },
      translations: { es: { text: '¿Feliz?' } },
    },
    { id: 'who', type: 'text', position: { x: 0, y: 0 }, data: { text: '{{ contact.name }}' } },
    { id: 'odd', type: 'unheardOf', position: { x: 0, y: 0 }, data: { text: 'x' } },
  ],
  edges: [],
  variables: [],
  settings: { language: 'en', languages: ['es', 'ar'], staleTapText: 'Too old.' },
}
const LANGUAGES = ['es', 'ar']

describe('the texts of a flow', () => {
  it('are those that contacts read, each once', () => {
    expect(flowTexts(draft).map(({ nodeId, key, source }) => [nodeId, key, source])).toEqual([
      ['ask', 'text', 'Happy?'],
      ['ask', 'buttons.yes.title', '=Yes'],
      ['who', 'text', '{{ contact.name }}'],
      [null, 'staleTapText', 'Too old.'],
    ])
  })

  it('are counted where a translation is missing', () => {
    expect([...missingCounts(draft)]).toEqual([
      ['es', 2],
      ['ar', 3],
    ])
  })
})

describe('a file of translations', () => {
  const file = toTranslationFile(flowTexts(draft), 'en', LANGUAGES)

  it('changes nothing when it is read back as it was saved', () => {
    expect(readTranslationFile(file, flowTexts(draft), LANGUAGES)).toEqual({
      ok: true,
      changes: [],
      unknownRows: 0,
    })
  })

  it('writes what somebody filled in, and nothing else', () => {
    const filled = [
      'node;text;ES;fr',
      'ask;text;;Content ?',
      'ask;buttons.yes.title;"Sí";Oui',
      'settings;staleTapText;Muy viejo.;',
      'gone;text;Adiós;',
    ].join('\r\n')
    const table = readTranslationFile(filled, flowTexts(draft), LANGUAGES)
    if (!table.ok) throw new Error('The table was not read')
    expect(table.unknownRows).toBe(1)
    const next = withEdit(draft, setTranslations(draft, table.changes))
    expect(next.nodes[1]?.translations).toEqual({
      es: { text: '¿Feliz?', 'buttons.yes.title': 'Sí' },
    })
    expect(next.settings['translations']).toEqual({ es: { staleTapText: 'Muy viejo.' } })
    expect(next.nodes[2]).toBe(draft.nodes[2])
  })

  it.each(['', 'hello', 'node,text\nask,text', '{"nodes":[]}'])('is not made of %j', (text) => {
    expect(readTranslationFile(text, flowTexts(draft), LANGUAGES).ok).toBe(false)
  })

  it('leaves no trace of a translation that is taken away', () => {
    const edit = setTranslations(draft, [{ nodeId: 'ask', key: 'text', language: 'es', text: '' }])
    expect(edit.putNodes?.[0]).not.toHaveProperty('translations')
  })
})
