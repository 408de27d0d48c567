import type { NumberRecord } from '@parley/runtime/pipeline'
import type { WebhookRecord } from '@parley/runtime/store'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { invalidField } from '../../errors.ts'
import { recordAction } from '../../routes/auditLog/recordAction.ts'
import { changeNumberWebhook, findNumberWebhook } from '../../webhooks/numberWebhook.ts'
import type { SessionWebhookFields } from './schema.ts'

const FORMAT = '004'

/** The webhook that the session API lets each session have, in its words. */
export function sessionWebhooks(dependencies: RouteDependencies) {
  const { store, webhooks } = dependencies
  return {
    find: (number: NumberRecord) => findNumberWebhook(dependencies, number.id, FORMAT),

    /** Of many at once. */
    async findAll(
      numbers: readonly NumberRecord[],
    ): Promise<(number: NumberRecord) => WebhookRecord | null> {
      const ids = numbers.map(({ id }) => id)
      const found = await store.webhooks.listOfDialect(ids, FORMAT)
      const byNumber = new Map(found.map((webhook) => [webhook.numberId, webhook]))
      return ({ id }) => byNumber.get(id) ?? null
    },

    /** To be asked before anything is changed. @throws {ApiError} 422 when the address may not be called. */
    check({ webhook_url: url }: SessionWebhookFields): void {
      const refusal = url ? webhooks.refusalOf(url) : null
      if (refusal !== null) throw invalidField('webhook_url', refusal)
    },

    /** The webhook as it is then, and its secret if it is new. */
    async change(
      caller: Caller,
      number: NumberRecord,
      fields: SessionWebhookFields,
    ): Promise<{ webhook: WebhookRecord | null; secret: { webhook_secret?: string } }> {
      const { webhook_url: url, webhook_enabled: isEnabled, webhook_events: events } = fields
      const isAsked = url !== undefined || isEnabled !== undefined || events !== undefined
      if (!isAsked) return { webhook: await this.find(number), secret: {} }
      const change = { url, isEnabled, events }
      const { webhook, isNew } = await changeNumberWebhook(dependencies, number, FORMAT, change)
      if (!webhook) return { webhook, secret: {} }
      const action = isNew ? 'webhook.created' : 'webhook.changed'
      await recordAction(dependencies, caller, action, webhook.id)
      return { webhook, secret: isNew ? { webhook_secret: webhook.secret } : {} }
    },
  }
}
