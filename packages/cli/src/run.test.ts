import { describe, expect, test } from 'vitest'
import { runParley } from './testing/runParley.ts'

describe('parley', () => {
  test('without a command shows what there is, and fails', async () => {
    const { exitCode, errors } = await runParley([])
    expect(exitCode).toBe(2)
    for (const name of ['setup', 'lint', 'export', 'import']) expect(errors).toContain(`  ${name}`)
  })

  test.each(['help', '--help', '-h'])('%s shows the same, and does not fail', async (word) => {
    const { exitCode, output, errors } = await runParley([word])
    expect([exitCode, errors]).toEqual([0, ''])
    expect(output).toContain('  setup')
  })

  test.each([
    ['help', 'lint'],
    ['lint', '--help'],
    ['lint', 'x.json', '-h'],
  ])('%s %s explains one command', async (...args) => {
    const { exitCode, output } = await runParley(args)
    expect(exitCode).toBe(0)
    expect(output).toContain('parley lint <file>')
  })

  test('--version is the version of the package', async () => {
    expect((await runParley(['--version'])).output).toMatch(/^\d+\.\d+\.\d+$/)
  })

  test.each([
    ['an unknown command', ['fly'], 'There is no command "fly"'],
    ['help for an unknown command', ['help', 'fly'], 'There is no command "fly"'],
    ['an unknown option', ['lint', 'x.json', '--fast'], '--fast'],
    ['an option without its value', ['setup', '--email'], '--email'],
    ['no file', ['lint'], 'Name one file'],
    ['two files', ['lint', 'a', 'b'], 'Name one file'],
    ['something in the way', ['setup', 'now'], '"now"'],
    ['no address', ['setup', '--password', 'x'], '--email is missing'],
    ['no password', ['setup', '--email', 'x'], '--password is missing'],
  ])('%s is a wrong use', async (_, args, message) => {
    const { exitCode, output, errors } = await runParley(args)
    expect([exitCode, output]).toEqual([2, ''])
    expect(errors).toContain(message)
    expect(errors).toContain('parley help')
  })
})
