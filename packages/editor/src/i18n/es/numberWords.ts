import type { numberWords as english } from '../en/numberWords.ts'
import type { SpanishOf } from './SpanishOf.ts'

export const numberWords: SpanishOf<typeof english> = {
  status: {
    connected: 'Conectado',
    connecting: 'Conectando…',
    needsScan: 'Pendiente de vincular',
    disconnected: 'Apagado',
    loggedOut: 'Sesión cerrada',
    failed: 'No funciona',
  },
  channels: {
    'whatsapp-web': 'WhatsApp Web',
    'whatsapp-cloud': 'WhatsApp Cloud API',
    messenger: 'Messenger',
    instagram: 'Instagram',
    telegram: 'Telegram',
    sandbox: 'Pruebas (todo)',
  },
  phonePlaceholder: '+34 612 345 678',
}
