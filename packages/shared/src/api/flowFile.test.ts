import { describe, expect, it } from 'vitest'
import { readFlowFile, toFlowFile } from './flowFile.ts'

const draft = { nodes: [{ id: 'start' }], edges: [], settings: { language: 'en' } }

describe('flow files', () => {
  it('come back as they were saved', () => {
    const text = toFlowFile({ name: 'Menu', description: 'Answers', draft })
    expect(readFlowFile(text)).toEqual({ name: 'Menu', description: 'Answers', draft })
  })

  it.each([
    ['a bare draft', draft],
    ['a draft with its name', { name: 'Menu', draft }],
    ['a version', { versionNumber: 3, flow: draft }],
    ['an answer of the API', { success: true, data: { name: 'Menu', draft } }],
  ])('may be %s', (_name, json) => {
    expect(readFlowFile(JSON.stringify(json))?.draft).toEqual(draft)
  })

  it.each(['', 'hello', '[]', 'null', '{"nodes":1}', '{"data":{"data":3}}'])(
    'are not made of %j',
    (text) => {
      expect(readFlowFile(text)).toBeNull()
    },
  )
})
