import { createHmac, randomBytes } from 'node:crypto'
import type { WebhookRecord } from '@parley/runtime/store'

type Secrets = Pick<WebhookRecord, 'secret' | 'previousSecret'>

/** 256 random bits. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64url')}`

/**
 * `t=<unix seconds>,v1=<hex>`: HMAC-SHA256 of "<t>.<body>" with the subscription's secret as it is written. The time is
 * signed too, so that an old request cannot be sent again later. After a rotation there are two `v1`, and a receiver that
 * knows either secret is satisfied.
 */
export function sign(body: string, { secret, previousSecret }: Secrets, now: number): string {
  const time = Math.floor(now / 1_000)
  const secrets =
    previousSecret && previousSecret.until > now ? [secret, previousSecret.secret] : [secret]
  const signatures = secrets.map(
    (each) => `v1=${createHmac('sha256', each).update(`${time}.${body}`).digest('hex')}`,
  )
  return [`t=${time}`, ...signatures].join(',')
}
