import { expect, it } from 'vitest'
import { filesOf } from './namePagesFiles.ts'

const chunk = (name: string, imports: readonly string[], css: readonly string[] = []) => ({
  type: 'chunk' as const,
  name,
  fileName: `${name}.js`,
  imports,
  isEntry: name === 'index',
  viteMetadata: { importedCss: new Set(css) },
})
const BUNDLE = {
  'index.js': chunk('index', ['common.js']),
  'common.js': chunk('common', []),
  'Canvas.js': chunk('Canvas', ['common.js', 'geometry.js'], ['canvas.css']),
  'geometry.js': chunk('geometry', ['Canvas.js', 'common.js']),
  'Other.js': chunk('Other', ['common.js']),
  'canvas.css': { type: 'asset' as const },
}

it('names everything that a page needs beside the document', () => {
  expect(filesOf(BUNDLE, ['Canvas'])).toEqual(['Canvas.js', 'canvas.css', 'geometry.js'])
})

it('fails the build when a page has another name now', () => {
  expect(() => filesOf(BUNDLE, ['Cnavas'])).toThrow('The build has no chunk "Cnavas"')
})
