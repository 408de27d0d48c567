import { afterEach, expect, it } from 'vitest'
import { setLocale } from '../../i18n/t.ts'
import { failureText } from './failureText.ts'

afterEach(() => setLocale('en'))

const failure = { failureClass: 'offline', message: 'The sandbox is disconnected.' }

it('says in English exactly what the server says', () => {
  expect(failureText(failure)).toBe('The sandbox is disconnected.')
})

it('says in other languages what is known of the class, and the words of the server where nothing is', async () => {
  await setLocale('es')
  expect(failureText(failure)).toBe('El número no estaba conectado.')
  expect(failureText({ ...failure, failureClass: 'toString' })).toBe('The sandbox is disconnected.')
})
