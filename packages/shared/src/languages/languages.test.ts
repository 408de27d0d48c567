import { describe, expect, it } from 'vitest'
import { type FlowNode, nodeDefinitions } from '../nodes/index.ts'
import {
  chooseLanguage,
  languagesOf,
  needsTranslation,
  readLanguage,
  spokenTexts,
  textKey,
  translateNode,
} from './index.ts'

const flow = { language: 'en', languages: ['es', 'pt-BR', 'pt-PT'] }

describe('chooseLanguage', () => {
  it.each([
    ['es', 'es'],
    ['es-MX', 'es'],
    ['PT-pt', 'pt-PT'],
    ['pt', 'pt-BR'],
    ['en-GB', 'en'],
    ['fr', 'en'],
    ['', 'en'],
    ['not a language', 'en'],
  ])('speaks to a contact of %j in %j', (contact, expected) => {
    expect(chooseLanguage(flow, contact)).toBe(expected)
  })

  it('lists the own language first, and none twice', () => {
    expect(languagesOf({ language: 'en', languages: ['es', 'en'] })).toEqual(['en', 'es'])
  })
})

describe('readLanguage', () => {
  it.each([
    ['es', 'es'],
    ['pt_br', 'pt-BR'],
    ['Español', 'es'],
    ['espanol', 'es'],
    ['Spanish', 'es'],
    ['English', 'en'],
    ['it', 'it'],
    ['Klingon', null],
    ['', null],
    ['__proto__', null],
  ])('reads %j as %j', (text, expected) => {
    expect(readLanguage(text, languagesOf(flow))).toBe(expected)
  })
})

describe('needsTranslation', () => {
  it.each([
    ['Hello', true],
    ['Hi {{ contact.name }}', true],
    ['{{ contact.name }}', false],
    ['{% if a %}{{ b }}{% endif %} 👍', false],
    ['https://example.com/menu', false],
    ['12.50 €', false],
    ['', false],
  ])('of %j is %j', (text, expected) => {
    expect(needsTranslation(text)).toBe(expected)
  })
})

const menu = nodeDefinitions.list.data.parse({
  text: 'What would you like?',
  sections: [
    { id: 'food', title: 'Food', rows: [{ id: 'pizza', title: 'Pizza', description: 'Hot' }] },
    { title: 'Drinks', rows: [{ id: 'tea', title: 'Tea' }] },
  ],
  noReply: {
    afterSeconds: 60,
    reminders: [
      { id: 'soon', afterSeconds: 10, text: 'Still there?' },
      { afterSeconds: 20, text: 'Hello?' },
    ],
  },
})

describe('the key of a text', () => {
  it.each([
    [['text'], 'text'],
    [['sections', 0, 'title'], 'sections.food.title'],
    [['sections', 1, 'title'], 'sections.1.title'],
    [['sections', 0, 'rows', 0, 'title'], 'rows.pizza.title'],
    [['sections', 1, 'rows', 0, 'title'], 'rows.tea.title'],
    [['noReply', 'reminders', 0, 'text'], 'reminders.soon.text'],
    [['noReply', 'reminders', 1, 'text'], 'noReply.reminders.1.text'],
  ])('at %j is %j', (path, key) => {
    expect(textKey(menu, path)).toBe(key)
  })

  it('is another one for each text of a node', () => {
    const keys = spokenTexts({ type: 'list', data: menu }).map((each) => each.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toHaveLength(12)
  })
})

describe('translateNode', () => {
  const node: FlowNode<'list'> = {
    id: 'menu',
    type: 'list',
    position: { x: 0, y: 0 },
    data: menu,
    translations: { es: { text: '¿Qué deseas?', 'rows.tea.title': 'Té', 'rows.pizza.title': ' ' } },
  }

  it('says what is translated, and leaves the rest as it is', () => {
    const { data } = translateNode(node, 'es')
    expect(data.text).toBe('¿Qué deseas?')
    expect(data.sections.map(({ title }) => title)).toEqual(['Food', 'Drinks'])
    expect(data.sections.flatMap(({ rows }) => rows.map(({ title }) => title))).toEqual([
      'Pizza',
      'Té',
    ])
    expect(node.data.text).toBe('What would you like?')
  })

  it('keeps each translation with its option when they change places', () => {
    const moved = { ...node, data: { ...menu, sections: menu.sections.toReversed() } }
    expect(translateNode(moved, 'es').data.sections[0]?.rows[0]?.title).toBe('Té')
  })

  it('is the node itself in a language that it has nothing in', () => {
    expect(translateNode(node, 'de')).toBe(node)
  })

  it('touches no address, method or value', () => {
    const { templates, data } = nodeDefinitions.httpRequest
    const parsed = data.parse({ url: 'https://example.com', headers: [{ name: 'a', value: 'b' }] })
    expect(templates(parsed).filter(({ isSpoken }) => isSpoken)).toEqual([])
  })
})
