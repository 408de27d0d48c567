import { CAPABILITIES, type Capabilities, type ChannelType, withoutTaps } from '@parley/shared'
import { numberReason, SANDBOX_FAILURES } from '@parley/shared/api'
import { z } from 'zod'
import { ChannelError } from '../../pipeline/errors.ts'
import type { Channel, ChannelHandlers, Connection } from '../../pipeline/ports/channel.ts'
import type { Clock } from '../../pipeline/ports/services.ts'
import type { NumberRecord } from '../../pipeline/records.ts'
import { resolveSandboxAddress } from './address.ts'
import { lookUpInSandbox, SandboxGroups } from './SandboxGroups.ts'

/** Settings of a sandbox number, as its owner sets them over REST. */
const sandboxSettings = z.object({
  /** How far a sent message gets by itself; further is reported by whoever tests. */
  autoStatus: z.enum(['none', 'sent', 'delivered', 'read']).catch('read'),
  /** The channel whose limits it obeys. */
  imitates: z
    .enum(['whatsapp-web', 'whatsapp-cloud', 'messenger', 'instagram', 'telegram', 'sandbox'])
    .catch('sandbox'),
  failing: z
    .object({
      failureClass: z.enum(SANDBOX_FAILURES),
      message: z.string(),
      times: z.number().nullable(),
      /** When it was asked for: the next time counts anew. */
      since: z.number(),
    })
    .nullable()
    .catch(null),
})

const DELIVERED = { status: 'delivered', afterMs: 50 } as const
const READ = { status: 'read', afterMs: 150 } as const
const STATUSES_UP_TO = {
  none: [],
  sent: [],
  delivered: [DELIVERED],
  read: [DELIVERED, READ],
} as const

/**
 * A number without a platform: what is sent to it can be read back, statuses advance by themselves, and what a customer
 * would write is posted to it. For trying flows, and for the integration tests of other programs.
 */
export function sandboxChannel({ clock }: { clock: Clock }): Channel {
  /** By number: they outlive its line. */
  const groups = new Map<string, SandboxGroups>()
  return {
    type: 'sandbox',
    // The message in the database is the delivery: writing it twice leaves one.
    resendIsSafe: true,
    capabilities,
    pacing: () => ({ perSecond: Number.POSITIVE_INFINITY, burst: 1_000, pairGapMs: 0 }),
    newMessageId: (_number, seed) => `sandbox:${seed}`,
    resolveAddress: resolveSandboxAddress,
    connect: async (number, handlers) => {
      await handlers.onConnection({
        status: 'connected',
        reason: numberReason('sandboxReady'),
        pairing: null,
      })
      const { id } = number()
      const ownGroups = groups.get(id) ?? new SandboxGroups(clock, number)
      groups.set(id, ownGroups)
      return connection({ clock, number, handlers, groups: ownGroups })
    },
  }
}

/** In groups WhatsApp shows nothing to tap, so neither does what imitates it. */
function capabilities(number: NumberRecord, { isGroup }: { isGroup: boolean }): Capabilities {
  const { imitates } = sandboxSettings.parse(number.settings)
  const imitated = CAPABILITIES[imitates satisfies ChannelType]
  return isGroup && imitates.startsWith('whatsapp') ? withoutTaps(imitated) : imitated
}

function connection({
  clock,
  number,
  handlers,
  groups,
}: {
  clock: Clock
  number: () => NumberRecord
  handlers: ChannelHandlers
  groups: SandboxGroups
}): Connection {
  const failures = new FailuresOnRequest()
  const pending = new Set<() => void>()
  /** Statuses on their way into the database: `close` waits for them. */
  const reporting = new Set<Promise<void>>()
  let isOpen = true

  const later = (delayMs: number, task: () => Promise<void>) => {
    const cancel = clock.after(delayMs, () => {
      pending.delete(cancel)
      // A status that cannot be stored is lost, as one is that a platform does not report: the message has gone out.
      const reported = task().catch(() => {})
      reporting.add(reported)
      void reported.then(() => reporting.delete(reported))
    })
    pending.add(cancel)
  }

  return {
    groups,
    lookUp: async (phone) => lookUpInSandbox(phone),
    send: ({ channelMessageId }) => {
      if (!isOpen)
        return Promise.reject(new ChannelError('offline', 'The sandbox is disconnected.'))
      const { autoStatus, failing } = sandboxSettings.parse(number().settings)
      const failure = failing && failures.take(failing)
      if (failure) return Promise.reject(failure)
      for (const { status, afterMs } of STATUSES_UP_TO[autoStatus]) {
        later(afterMs, () => handlers.onStatus({ channelMessageId, status, at: clock.now() }))
      }
      return Promise.resolve({ channelMessageId })
    },
    close: async () => {
      isOpen = false
      for (const cancel of pending) cancel()
      pending.clear()
      await Promise.all(reporting)
    },
  }
}

type Failing = NonNullable<z.output<typeof sandboxSettings>['failing']>

/** Counts the sends that shall fail. A new line counts anew. */
class FailuresOnRequest {
  #since = 0
  #count = 0

  /** The error of this send; null when as many as asked for have failed. */
  take({ failureClass, message, times, since }: Failing): ChannelError | null {
    if (since !== this.#since) {
      this.#since = since
      this.#count = 0
    }
    if (times !== null && this.#count >= times) return null
    this.#count += 1
    return new ChannelError(failureClass, message)
  }
}
