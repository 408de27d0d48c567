import '../../i18n/withNumberTexts.ts'
import type { ConnectedNumber } from '@parley/shared/api'
import { sayAgain, t } from '../../i18n/t.ts'
import type { Tone } from '../../ui/Badge.tsx'

export const STATUS_TONES: Readonly<Record<ConnectedNumber['status'], Tone>> = {
  connected: 'success',
  connecting: 'info',
  needsScan: 'warning',
  disconnected: 'neutral',
  loggedOut: 'danger',
  failed: 'danger',
}

/**
 * What is going on and what to do: what the server says, which knows the case, in the interface's language; in the
 * server's own words where there are no others.
 */
export const statusWords = ({ status, statusReason }: ConnectedNumber): string =>
  sayAgain({ sentence: statusReason }) ?? (statusReason || t(`numbers.help.${status}`))

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
