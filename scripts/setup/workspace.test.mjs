import { expect, test } from 'vitest'
import { temporaryFolder, workspaceFiles } from './temporaryWorkspace.mjs'
import { readWorkspace } from './workspace.mjs'

/** @param {Record<string, string[]>} packages */
function namesInOrder(packages) {
  return readWorkspace(temporaryFolder(workspaceFiles(packages)).root).map(({ name }) => name)
}

test('puts each package after the packages that it needs', () => {
  expect(namesInOrder({ api: ['runtime'], runtime: ['shared'], shared: [] })).toEqual([
    'shared',
    'runtime',
    'api',
  ])
})

test('reads single folders beside folders of packages, and stops at the end of the list', () => {
  const { root, write } = temporaryFolder(workspaceFiles({ api: [] }))
  write('e2e/package.json', JSON.stringify({ name: 'e2e' }))
  write('catalog/package.json', JSON.stringify({ name: 'catalog' }))
  write('pnpm-workspace.yaml', 'packages:\n  - packages/*\n  - e2e\ncatalog:\n  - catalog\n')
  expect(readWorkspace(root).map(({ name }) => name)).toEqual(['api', 'e2e'])
})

test('refuses packages that need each other, and draws the circle', () => {
  expect(() => namesInOrder({ a: ['b'], b: ['a'] })).toThrow('a → b → a')
})

test('refuses a package of ours that does not exist', () => {
  expect(() => namesInOrder({ a: ['gone'] })).toThrow(
    'a depends on gone, which is not in the workspace',
  )
})
