import { numberReason } from '@parley/shared/api'
import type { ConnectionStatus } from '../../pipeline/records.ts'

/** What follows when the line to WhatsApp was closed. */
export type AfterClose =
  | { readonly do: 'reconnect'; readonly delayMs: number; readonly reason: string }
  | {
      readonly do: 'park'
      readonly status: Extract<ConnectionStatus, 'failed' | 'loggedOut' | 'disconnected'>
      readonly reason: string
      /** True when the login is worthless now and must be forgotten. */
      readonly forgetLogin: boolean
    }

export interface CloseCircumstances {
  /** Baileys' status code of the disconnect; undefined when it gave none. */
  readonly code: number | undefined
  readonly message: string
  /** Closings since the line was last open for a minute. */
  readonly failures: number
  /** In [0, 1): spreads the reconnects of many numbers. */
  readonly jitter: number
}

const FIRST_DELAY_MS = 1_000
const MAX_DELAY_MS = 60_000
const REPLACED_DELAY_MS = 45_000
const OUTDATED_DELAY_MS = 3 * 60_000
const STRANGE_TRIES = 3

/**
 * The reconnect policy, by code. Network trouble and server errors are tried for ever, because they pass; what a person
 * must mend is not tried at all, because trying makes it worse.
 */
export function afterClose({ code, message, failures, jitter }: CloseCircumstances): AfterClose {
  if (message.includes('QR refs attempts ended')) {
    return park('disconnected', numberReason('notScanned'))
  }
  switch (code) {
    case 515:
      return { do: 'reconnect', delayMs: 0, reason: numberReason('linked') }
    case 401:
      return {
        ...park('loggedOut', numberReason('loggedOut')),
        forgetLogin: true,
      }
    case 403:
      return park('failed', numberReason('blocked'))
    case 440:
      return failures < STRANGE_TRIES
        ? {
            do: 'reconnect',
            delayMs: REPLACED_DELAY_MS,
            reason: numberReason('usedElsewhere'),
          }
        : park('failed', numberReason('replaced'))
    case 405:
      return {
        do: 'reconnect',
        delayMs: OUTDATED_DELAY_MS,
        reason: numberReason('outdated'),
      }
    case 408:
    case 428:
    case 500:
    case 503:
    case undefined:
      return {
        do: 'reconnect',
        delayMs: backOff(failures, jitter),
        reason: numberReason('lost'),
      }
    default:
      return failures < STRANGE_TRIES
        ? {
            do: 'reconnect',
            delayMs: backOff(failures, jitter),
            reason: numberReason('closed', { code }),
          }
        : park('failed', numberReason('keepsClosing', { code }))
  }
}

const park = (status: 'failed' | 'loggedOut' | 'disconnected', reason: string) =>
  ({ do: 'park', status, reason, forgetLogin: false }) as const

const backOff = (failures: number, jitter: number): number =>
  Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1)) * (0.75 + jitter / 2)
