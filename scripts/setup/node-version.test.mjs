import { expect, test } from 'vitest'
import { nodeVersionProblem } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts Node %s', (version) => {
  expect(nodeVersionProblem(version, '>=20.19')).toBeUndefined()
})

test.each(['20.18.3', '18.20.8', '9.99.0'])('refuses Node %s, and says what to do', (version) => {
  expect(nodeVersionProblem(version, '>=20.19')).toMatch(
    `needs Node 20.19 or newer; this is Node ${version}. Install`,
  )
})
