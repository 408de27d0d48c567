import type { numberWords as english } from '../en/numberWords.ts'
import type { ArabicOf } from './ArabicOf.ts'

export const numberWords: ArabicOf<typeof english> = {
  status: {
    connected: 'متصل',
    connecting: 'جارٍ الاتصال…',
    needsScan: 'بانتظار الربط',
    disconnected: 'متوقف',
    loggedOut: 'سُجّل الخروج',
    failed: 'لا يعمل',
  },
  channels: {
    'whatsapp-web': 'واتساب ويب',
    'whatsapp-cloud': 'WhatsApp Cloud API',
    messenger: 'ماسنجر',
    instagram: 'إنستغرام',
    telegram: 'تيليغرام',
    sandbox: 'تجريبي (كل شيء)',
  },
  phonePlaceholder: '+966 50 123 4567',
}
