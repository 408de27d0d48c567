import { describe, expect, it } from 'vitest'
import { flowFileName } from './flowFile.ts'

describe('flow files', () => {
  it.each([
    ['FAQ menu', 'faq-menu.json'],
    ['../../etc/passwd', 'etc-passwd.json'],
    ['قائمة', 'قائمة.json'],
    ['???', 'flow.json'],
  ])('for %j are called %s', (name, file) => {
    expect(flowFileName(name)).toBe(file)
  })
})
