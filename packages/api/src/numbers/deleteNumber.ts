import type { NumberRecord } from '@parley/runtime/pipeline'
import type { Caller } from '../auth/caller.ts'
import type { RouteDependencies } from '../dependencies.ts'
import { recordAction } from '../routes/auditLog/recordAction.ts'

/** Removes a number, its key, and what waits in it. The history of its conversations stays. */
export async function deleteNumber(
  dependencies: RouteDependencies,
  caller: Caller,
  { id: numberId, workspaceId }: NumberRecord,
): Promise<void> {
  const { accounts, credentials, pipeline, store, webhooks } = dependencies
  await accounts.apiKeys.removeOfNumber(numberId)
  credentials.forget()
  await pipeline.setWanted(numberId, 'disconnected')
  const webhookIds = await store.webhooks.idsOfNumber(numberId)
  await store.removeNumber(workspaceId, numberId, { history: 'keep' })
  await webhooks.removed(workspaceId, webhookIds)
  await recordAction(dependencies, caller, 'number.deleted', numberId)
}
