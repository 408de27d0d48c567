/** What every page may say about a number. */
export const numberWords = {
  status: {
    connected: 'Connected',
    connecting: 'Connecting…',
    needsScan: 'Waiting to be linked',
    disconnected: 'Switched off',
    loggedOut: 'Logged out',
    failed: 'Not working',
  },
  channels: {
    'whatsapp-web': 'WhatsApp Web',
    'whatsapp-cloud': 'WhatsApp Cloud API',
    messenger: 'Messenger',
    instagram: 'Instagram',
    telegram: 'Telegram',
    sandbox: 'Sandbox (everything)',
  },
  phonePlaceholder: '+49 151 23456789',
} as const
