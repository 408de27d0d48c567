import type { ConnectedNumber } from '@parley/shared/api'
import { t } from '../../i18n/t.ts'
import type { Tone } from '../../ui/Badge.tsx'

export const STATUS_TONES: Readonly<Record<ConnectedNumber['status'], Tone>> = {
  connected: 'success',
  connecting: 'info',
  needsScan: 'warning',
  disconnected: 'neutral',
  loggedOut: 'danger',
  failed: 'danger',
}

/** What is going on and what to do: the server's words, which know the case, or ours. */
export const statusWords = (number: ConnectedNumber): string =>
  number.statusReason || t(`numbers.help.${number.status}`)

/** What the number's main button does now. */
export function mainAction(
  number: ConnectedNumber,
): 'connect' | 'disconnect' | 'link' | 'linkAgain' {
  switch (number.status) {
    case 'connected':
      return 'disconnect'
    case 'needsScan':
      return 'link'
    case 'loggedOut':
      return 'linkAgain'
    case 'connecting':
      return number.wanted === 'connected' ? 'disconnect' : 'connect'
    case 'failed':
    case 'disconnected':
      return 'connect'
  }
}
