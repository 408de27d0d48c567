import type { Template } from '@parley/shared/api'
import { expect, test } from 'vitest'
import {
  EMPTY_DRAFT,
  newButton,
  nextPlace,
  placesOf,
  toContent,
  toDraft,
  toRequest,
  toTemplateName,
} from './templateDraft.ts'

const TEMPLATE: Template = {
  id: 'tpl_1',
  createdAt: '2026-11-21T12:00:00Z',
  updatedAt: '2026-11-21T12:00:00Z',
  name: 'order_ready',
  language: 'de',
  category: 'UTILITY',
  status: 'APPROVED',
  header: '',
  headerMedia: { type: 'document', mediaId: 'med_1', filename: 'bill.pdf' },
  body: 'Hello {{name}}, {{1}} is ready.',
  footer: 'Corner Bakery',
  buttons: [
    { type: 'url', text: 'Track', url: 'https://example.com/{{order}}' },
    { type: 'quick_reply', text: 'Thanks' },
    { type: 'phone', text: 'Call', phone: '+15551234567' },
  ],
}

test('a template comes back from the form as it went in', () => {
  const { id: _id, createdAt: _createdAt, updatedAt: _updatedAt, ...fields } = TEMPLATE
  expect(toRequest(toDraft(TEMPLATE))).toEqual(fields)
})

test('only what is chosen is sent, and what was typed elsewhere waits in the form', () => {
  const draft = {
    ...EMPTY_DRAFT,
    header: 'Old words',
    headerKind: 'image' as const,
    mediaUrl: ' https://example.com/cake.jpg ',
    filename: 'not for pictures.pdf',
    buttons: [{ ...newButton(), text: 'Yes', url: 'https://example.com' }],
  }
  expect(toRequest(draft)).toMatchObject({
    header: '',
    headerMedia: { type: 'image', url: 'https://example.com/cake.jpg' },
    buttons: [{ type: 'quick_reply', text: 'Yes' }],
  })
  expect(toRequest(draft).headerMedia).not.toHaveProperty('filename')
  expect(toRequest(draft).buttons?.[0]).not.toHaveProperty('url')
  expect(toRequest({ ...draft, headerKind: 'text' })).toMatchObject({
    header: 'Old words',
    headerMedia: null,
  })
})

test('places are found wherever they may be, and the preview fills those that have a sample', () => {
  const draft = toDraft(TEMPLATE)
  expect(placesOf(draft)).toEqual(['name', '1', 'order'])
  expect(toContent(draft, { name: 'Ana', 1: '', order: '17' })).toMatchObject({
    text: 'Hello Ana, {{1}} is ready.',
    header: { type: 'document', mediaId: 'med_1' },
    buttons: [{ type: 'url', url: 'https://example.com/17' }, { title: 'Thanks' }, {}],
  })
})

test('a new place has the next number', () => {
  expect(nextPlace([])).toBe('1')
  expect(nextPlace(['name', '2', '1'])).toBe('3')
})

test('names are spelled as platforms want them', () => {
  expect(toTemplateName('Order ready-2!')).toBe('order_ready_2')
})
