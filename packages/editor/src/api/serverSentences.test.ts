import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { SERVER_SENTENCES } from './serverSentences.ts'

const PACKAGES = path.resolve(import.meta.dirname, '../../..')

const server = ['api', 'shared']
  .flatMap((name) => sourcesIn(path.join(PACKAGES, name, 'src')))
  .join('\n')

it.each(Object.values(SERVER_SENTENCES))('the server still says: %s', (sentence) => {
  const pieces = sentence.split(/\{\w+\}/u).filter((piece) => piece.trim().length > 1)
  expect(pieces.filter((piece) => !server.includes(piece))).toEqual([])
})

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
}
