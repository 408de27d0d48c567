import type { ConnectedNumber } from '@parley/shared/api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { setLocale } from '../../i18n/t.ts'
import { mainAction, statusWords } from './status.ts'

const aNumber = (changes: Partial<ConnectedNumber>): ConnectedNumber => ({
  id: 'n1',
  name: 'Shop',
  channel: 'whatsapp-web',
  phone: '',
  status: 'disconnected',
  statusReason: '',
  wanted: 'disconnected',
  keyPrefix: 'pk_',
  createdAt: '2026-01-01T00:00:00Z',
  ...changes,
})

describe('a number', () => {
  it.each<[ConnectedNumber['status'], ConnectedNumber['wanted'], string]>([
    ['connected', 'connected', 'disconnect'],
    ['needsScan', 'connected', 'link'],
    ['loggedOut', 'disconnected', 'linkAgain'],
    ['connecting', 'connected', 'disconnect'],
    ['connecting', 'disconnected', 'connect'],
    ['failed', 'connected', 'connect'],
    ['disconnected', 'disconnected', 'connect'],
  ])('that is %s and shall be %s offers to %s', (status, wanted, expected) => {
    expect(mainAction(aNumber({ status, wanted }))).toBe(expected)
  })

  it('says what the server says, and has words of its own otherwise', () => {
    expect(statusWords(aNumber({ statusReason: 'Phone replaced the link.' }))).toBe(
      'Phone replaced the link.',
    )
    expect(statusWords(aNumber({ status: 'loggedOut' }))).toContain('Link it again')
  })

  it('says in the language of the interface what it knows the server to say', async () => {
    const closed = aNumber({
      statusReason: 'WhatsApp closed the connection (code 599). Trying again.',
    })
    expect(statusWords(closed)).toBe('WhatsApp closed the connection (code 599). Trying again.')
    await setLocale('es')
    onTestFinished(() => setLocale('en'))
    expect(statusWords(closed)).toBe(
      'WhatsApp cerró la conexión (código 599). Se vuelve a intentar.',
    )
    expect(statusWords(aNumber({ statusReason: 'Phone replaced the link.' }))).toBe(
      'Phone replaced the link.',
    )
  })
})
