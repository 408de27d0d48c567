import { newId } from '@parley/runtime/pipeline'
import { type Caller, keyIdOf } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'

/** What is worth knowing later: `<thing>.<what happened>`. */
export type AuditAction =
  | 'flow.deleted'
  | 'flow.publishCancelled'
  | 'flow.published'
  | 'flow.publishFailed'
  | 'flow.publishScheduled'
  | 'flow.trialEnded'
  | 'flow.trialPromoted'
  | 'flow.trialStarted'
  | 'flow.unpublished'
  | 'invitation.created'
  | 'invitation.deleted'
  | 'key.created'
  | 'key.deleted'
  | 'key.rotated'
  | 'media.deleted'
  | 'member.joined'
  | 'member.removed'
  | 'member.roleChanged'
  | 'number.created'
  | 'number.deleted'
  | 'number.keyReplaced'
  | 'queue.cleared'
  | 'template.deleted'
  | 'token.created'
  | 'token.deleted'
  | 'webhook.changed'
  | 'webhook.created'
  | 'webhook.deleted'
  | 'webhook.paused'
  | 'webhook.resumed'
  | 'webhook.secretReplaced'
  | 'workspace.created'
  | 'workspace.limitsChanged'
  | 'workspace.renamed'

/** Writes down who did what to which thing. */
export async function recordAction(
  { accounts, clock }: Pick<RouteDependencies, 'accounts' | 'clock'>,
  caller: Pick<Caller, 'identity' | 'userId' | 'workspaceId'>,
  action: AuditAction,
  subjectId: string,
): Promise<void> {
  await accounts.auditLog.insert({
    id: newId('act'),
    workspaceId: caller.workspaceId,
    at: clock.now(),
    actor: { userId: caller.userId, keyId: keyIdOf(caller.identity) },
    action,
    subjectId,
  })
}
