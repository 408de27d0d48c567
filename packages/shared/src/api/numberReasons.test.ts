import { expect, it } from 'vitest'
import {
  NUMBER_REASONS,
  type NumberReason,
  numberReason,
  readNumberReason,
} from './numberReasons.ts'

const VALUES = { code: 'ABCD-1234', channel: 'telegram' }

it.each(Object.keys(NUMBER_REASONS) as NumberReason[])(
  'knows its own sentence %s again',
  (name) => {
    const sentence = numberReason(name, VALUES)
    expect(sentence).not.toContain('{')
    const read = readNumberReason(sentence)
    expect(read?.name).toBe(name)
    expect(VALUES).toMatchObject(read?.values ?? {})
  },
)

it('leaves the words of others alone', () => {
  expect(readNumberReason('Phone replaced the link.')).toBeNull()
  expect(readNumberReason('')).toBeNull()
})
