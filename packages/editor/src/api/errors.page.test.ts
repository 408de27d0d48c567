import { afterEach, describe, expect, it } from 'vitest'
import { setLocale } from '../i18n/t.ts'
import { toApiError } from './errors.ts'

afterEach(() => setLocale('en'))

const answer = (code: string, message: string) => ({
  success: false,
  error: { code, message, status: 400 },
  code,
  message,
})

describe('an error of the server', () => {
  it('speaks with its own sentence in English', () => {
    const error = toApiError(404, answer('NOT_FOUND', 'There is no flow f1'), null)
    expect(error.message).toBe('There is no flow f1')
  })

  it('is said by its code in other languages, where that says enough', async () => {
    await setLocale('es')
    const { message } = toApiError(404, answer('NOT_FOUND', 'There is no flow f1'), null)
    expect(message).toBe('Ya no está ahí.')
    const { message: later } = toApiError(429, answer('RATE_LIMITED', 'Wait'), '1')
    expect(later).toBe('Demasiados intentos. Espera 1 segundo y reinténtalo.')
  })

  it('keeps its own sentence where the code does not', async () => {
    await setLocale('es')
    const { message } = toApiError(409, answer('CONFLICT', 'This name is taken'), null)
    expect(message).toBe('This name is taken')
  })
})
