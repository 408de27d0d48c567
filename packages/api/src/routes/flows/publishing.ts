import type { PublicationRecord } from '@parley/runtime/pipeline'
import type { FlowDraftRecord } from '@parley/runtime/store'
import * as shapes from '@parley/shared/api'
import {
  endTrialRequest,
  type FlowDetails,
  promoteTrialRequest,
  publishRequest,
  schedulePublishRequest,
  unpublishRequest,
} from '@parley/shared/api'
import type { RouteDependencies } from '../../dependencies.ts'
import { notFound } from '../../errors.ts'
import { checkDraft } from '../../flows/checkDraft.ts'
import { countConversations } from '../../flows/conversations.ts'
import { endTrial, promoteTrial } from '../../flows/endTrial.ts'
import { findFlow } from '../../flows/findFlow.ts'
import { type Published, publishFlow } from '../../flows/publishFlow.ts'
import { cancelScheduledPublish, schedulePublish } from '../../flows/schedulePublish.ts'
import { tellOfFlow } from '../../flows/tellOfFlow.ts'
import { ok, okDeleted, okList } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import {
  presentPublication,
  presentScheduledPublish,
  presentVersion,
  type VersionNumbers,
} from './present.ts'

const READ = { to: 'member', role: 'viewer' } as const
const EDIT = { to: 'member', role: 'editor' } as const

/** What the endpoints of flows lend to these. */
interface FlowPresenter {
  readonly versionNumbers: (publications: readonly PublicationRecord[]) => Promise<VersionNumbers>
  readonly present: (flow: FlowDraftRecord) => Promise<FlowDetails>
}

/** Which version answers whom, where and from when. */
export function publishingEndpoints(
  dependencies: RouteDependencies,
  { versionNumbers, present }: FlowPresenter,
): readonly Endpoint[] {
  const { accounts, store } = dependencies

  async function presentPublished({ version, publications, conversations }: Published) {
    const numbers = await versionNumbers(publications)
    return ok({
      version: presentVersion(version, publications),
      publications: publications.map((each) => presentPublication(each, numbers)),
      conversations,
    })
  }

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows/:flowId/publish',
      summary:
        'Lets the draft answer on numbers, everybody or on trial; refused while it has errors',
      answer: shapes.answer(shapes.published),
      access: EDIT,
      body: publishRequest,
      handle: async ({ caller, params: { flowId }, body: { note = '', ...body } }) =>
        presentPublished(await publishFlow(dependencies, caller, { flowId, note, ...body })),
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows/:flowId/trial/promote',
      summary: 'Lets a version that is on trial answer everybody',
      answer: shapes.answer(shapes.published),
      access: EDIT,
      body: promoteTrialRequest,
      handle: async ({ caller, params: { flowId }, body }) =>
        presentPublished(await promoteTrial(dependencies, caller, { flowId, ...body })),
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows/:flowId/trial/end',
      summary: 'Ends a trial; its conversations go on to their end',
      answer: shapes.answer(shapes.flow),
      access: EDIT,
      body: endTrialRequest,
      handle: async ({ caller, params: { flowId }, body }) => {
        await endTrial(dependencies, caller, { flowId, ...body })
        return ok(await present(await findFlow(dependencies, caller.workspaceId, flowId)))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows/:flowId/unpublish',
      summary: 'Takes the flow off numbers, trials included; sessions that run go on to their end',
      answer: shapes.answer(shapes.flow),
      access: EDIT,
      body: unpublishRequest,
      handle: async ({ caller, params: { flowId }, body }) => {
        const { workspaceId } = caller
        const flow = await accounts.flowDrafts.find(workspaceId, flowId)
        if (!flow) throw notFound('flow', flowId)
        if (body.numberIds) {
          for (const numberId of body.numberIds) {
            await store.publications.remove({ workspaceId, flowId, numberId })
          }
        } else await store.publications.remove({ workspaceId, flowId })
        await recordAction(dependencies, caller, 'flow.unpublished', flowId)
        await tellOfFlow(dependencies, workspaceId, flowId)
        return ok(await present(flow))
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/flows/:flowId/conversations',
      summary: 'Counts the conversations in progress, and those that could go on in the draft',
      answer: shapes.page(shapes.conversationsOnNumber),
      access: READ,
      handle: async ({ caller: { workspaceId }, params: { flowId } }) => {
        const { draft } = await findFlow(dependencies, workspaceId, flowId)
        const key = { workspaceId, flowId }
        return okList(await countConversations(store, key, checkDraft(draft).flow))
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/flows/:flowId/scheduled-publishes',
      summary: 'Lists what is scheduled, and what was and could not be published',
      answer: shapes.page(shapes.scheduledPublish),
      access: READ,
      handle: async ({ caller: { workspaceId }, params: { flowId } }) => {
        const scheduled = await store.scheduledPublishes.listOpen(workspaceId, flowId)
        // What failed because its flow was deleted can still be read.
        const isThere =
          scheduled.length > 0 || (await accounts.flowDrafts.findSummary(workspaceId, flowId))
        if (!isThere) throw notFound('flow', flowId)
        return okList(scheduled.map(presentScheduledPublish))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows/:flowId/scheduled-publishes',
      summary: 'Freezes the draft as it is now and publishes it at a certain time',
      answer: shapes.answer(shapes.scheduledPublish),
      access: EDIT,
      body: schedulePublishRequest,
      status: 201,
      handle: async ({ caller, params: { flowId }, body }) => {
        const { note = '', scheduledFor, ...rest } = body
        const dueAt = Date.parse(scheduledFor)
        const order = { flowId, note, dueAt, ...rest }
        return ok(presentScheduledPublish(await schedulePublish(dependencies, caller, order)))
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/flows/:flowId/scheduled-publishes/:scheduledPublishId',
      summary: 'Cancels a scheduled publish, or takes one that failed off the list',
      answer: shapes.answer(shapes.deleted),
      access: EDIT,
      handle: async ({ caller, params: { flowId, scheduledPublishId: id } }) => {
        await cancelScheduledPublish(dependencies, caller, { flowId, id })
        return okDeleted(id)
      },
    }),
  ]
}
