import { contentSchema } from '@parley/shared'
import type { Media } from '@parley/shared/api'
import { describe, expect, it } from 'vitest'
import { toContents } from './toContents.ts'

const aFile = (kind: Media['kind']): Media => ({
  id: kind,
  kind,
  mimeType: 'x/y',
  filename: `a.${kind}`,
  sizeBytes: 1,
  sha256: '',
  url: '',
  createdAt: '2026-01-01T00:00:00Z',
})
const shown = (text: string, ...kinds: Media['kind'][]) =>
  toContents(text, kinds.map(aFile)).map((content) => {
    expect(contentSchema.safeParse(content).success).toBe(true)
    const words =
      'text' in content ? content.text : 'caption' in content ? content.caption : undefined
    return words ? `${content.type}: ${words}` : content.type
  })

describe('what a composed message becomes', () => {
  it.each<[string, string, Media['kind'][], string[]]>([
    ['words alone', ' hi ', [], ['text: hi']],
    ['nothing', '  ', [], []],
    ['a picture with its caption', 'hi', ['image'], ['image: hi']],
    ['a sound, which shows no caption, and then the words', 'hi', ['audio'], ['audio', 'text: hi']],
    [
      'several files with the words under one',
      'hi',
      ['audio', 'image', 'video'],
      ['audio', 'image: hi', 'video'],
    ],
    ['files alone', '', ['document', 'sticker'], ['document', 'sticker']],
  ])('is %s', (_name, text, kinds, expected) => {
    expect(shown(text, ...kinds)).toEqual(expected)
  })
})
