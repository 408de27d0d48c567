import { describe, expect, it } from 'vitest'
import { aNode } from '../../../testing/anEditor.ts'
import { findInFlow, replaceMatches } from './findInFlow.ts'

const draft = {
  nodes: [
    aNode('hi', 'text', { text: 'Olá! Our OLA is open; ola.' }, 'Say olá'),
    aNode('ask', 'question', { text: '…', saveAs: 'ola', answer: { type: 'email' } }),
    aNode('pick', 'buttons', {
      text: '',
      buttons: [{ id: 'ola', title: '🙂 Ola', synonyms: ['ola'] }],
    }),
  ],
  edges: [],
  variables: [],
  settings: {},
}

describe('finding in a flow', () => {
  const matches = findInFlow(draft, ' ola')

  it('goes through names, texts, options and variables, whatever the case and accents', () => {
    expect(
      matches.map(({ nodeId, path, text, start, end }) => [
        nodeId,
        path.join('.'),
        text.slice(start, end),
      ]),
    ).toEqual([
      ['hi', '', 'olá'],
      ['hi', 'text', 'Olá'],
      ['hi', 'text', 'OLA'],
      ['hi', 'text', 'ola'],
      ['ask', 'saveAs', 'ola'],
      ['pick', 'buttons.0.title', 'Ola'],
      ['pick', 'buttons.0.synonyms.0', 'ola'],
    ])
    expect(findInFlow(draft, '')).toEqual([])
    // What is chosen from a list is no text.
    expect(findInFlow(draft, 'email')).toEqual([])
  })

  it('replaces every place but the names of variables', () => {
    const { putNodes } = replaceMatches(draft, matches, 'hello')
    expect(putNodes?.map(({ id, name, data }) => ({ id, name, data }))).toEqual([
      { id: 'hi', name: 'Say hello', data: { text: 'hello! Our hello is open; hello.' } },
      {
        id: 'pick',
        data: { text: '', buttons: [{ id: 'ola', title: '🙂 hello', synonyms: ['hello'] }] },
      },
    ])
  })
})
