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

  it('is said sentence by sentence where these are known, with what stands in them', async () => {
    const sentence = 'ana@example.com is a member already'
    expect(toApiError(409, answer('CONFLICT', sentence), null).message).toBe(sentence)
    await setLocale('es')
    const { message } = toApiError(409, answer('CONFLICT', sentence), null)
    expect(message).toBe('ana@example.com ya es miembro')
  })

  it('says what is wrong with each field', async () => {
    await setLocale('es')
    const wrong = (said: string) => {
      const body = answer('VALIDATION_ERROR', `The request is not valid. email: ${said}`)
      const details = { email: [said] }
      return toApiError(422, { ...body, error: { ...body.error, details } }, null)
    }
    const known = wrong('must be an e-mail address')
    expect(known.fields).toEqual({ email: ['debe ser un correo electrónico'] })
    expect(known.message).toBe('No se puede aceptar: debe ser un correo electrónico')
    const unknown = wrong('is too odd')
    expect(unknown.fields).toEqual({ email: ['is too odd'] })
    expect(unknown.message).toBe('The request is not valid. email: is too odd')
  })
})
