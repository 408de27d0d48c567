import { describe, expect, it } from 'vitest'
import { lintFlow } from './lintFlow.ts'

//   start ──> ask ─┬─ yes ─> bye
//                  └─ no ──> bye
const problems = (translations: unknown, languages: readonly string[] = ['es']) =>
  lintFlow({
    nodes: [
      { id: 'start', type: 'start', data: { triggers: [{ type: 'anyMessage', id: 'any' }] } },
      {
        id: 'ask',
        type: 'buttons',
        data: {
          text: 'Happy?',
          buttons: [
            { id: 'yes', title: 'Yes' },
            { id: 'no', title: 'No' },
          ],
        },
        translations,
      },
      { id: 'bye', type: 'text', data: { text: '{{ contact.name }}!' } },
    ],
    edges: [
      { id: '1', source: 'start', target: 'ask' },
      { id: '2', source: 'ask', sourceHandle: 'yes', target: 'bye' },
      { id: '3', source: 'ask', sourceHandle: 'no', target: 'bye' },
    ],
    settings: { language: 'en', languages },
  }).map(({ severity, code, nodeId = '', field = [] }) =>
    [severity, code, nodeId, field.join('.')].join(' '),
  )
const ALL = { text: '¿Feliz?', 'buttons.yes.title': 'Sí', 'buttons.no.title': 'No' }

describe('the linter, about translations', () => {
  it('has nothing to say when every text has one, or needs none', () => {
    expect(problems({ es: ALL })).toEqual([])
  })

  it('has nothing to say of a flow with one language', () => {
    expect(problems(undefined, [])).toEqual([])
    expect(problems({ es: { text: '{{' } }, [])).toEqual([])
  })

  it('misses translations once for each node and language, at the first that is missing', () => {
    expect(problems({ es: { text: '¿Feliz?', 'buttons.yes.title': ' ' } }, ['es', 'ar'])).toEqual([
      'warning missingTranslation ask buttons.0.title',
      'warning missingTranslation ask text',
    ])
  })

  it('refuses a translation whose Liquid is broken', () => {
    expect(problems({ es: { ...ALL, text: 'Hola {{ contact.name' } })).toEqual([
      'error invalidLiquidTranslation ask text',
    ])
  })

  it('sees titles that are equal, or too long, in the other language only', () => {
    expect(problems({ es: { ...ALL, 'buttons.yes.title': 'no' } })).toEqual([
      'error duplicateTitleTranslation ask buttons.1.title',
    ])
    expect(problems({ es: { ...ALL, 'buttons.yes.title': 'Sí, claro que estoy feliz' } })).toEqual([
      'warning overLimitTranslation ask buttons.0.title',
    ])
  })

  it('says it when translations are not of their shape', () => {
    expect(problems({ 'no language': {} })).toEqual([
      'error invalidField ask translations.no language',
      'warning missingTranslation ask text',
    ])
  })
})
