import { newId, type PublicationRecord } from '@parley/runtime/pipeline'
import type { FlowDraft, FlowDraftRecord } from '@parley/runtime/store'
import * as shapes from '@parley/shared/api'
import {
  createFlowRequest,
  pageQuery,
  restoreVersionRequest,
  saveDraftRequest,
  updateFlowRequest,
} from '@parley/shared/api'
import { emptyDraft } from '@parley/shared/starters'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { notFound } from '../../errors.ts'
import { checkDraft } from '../../flows/checkDraft.ts'
import { findFlow } from '../../flows/findFlow.ts'
import { saveDraft } from '../../flows/saveDraft.ts'
import { ok, okDeleted, okList, toInstant } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { MAX_FLOW_BODY_BYTES } from '../../http/readJson.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import {
  presentFlow,
  presentFlowSummary,
  presentProblems,
  presentVersion,
  type VersionNumbers,
} from './present.ts'
import { publishingEndpoints } from './publishing.ts'

const READ = { to: 'member', role: 'viewer' } as const
const EDIT = { to: 'member', role: 'editor' } as const

export function flowEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, clock, drafts, live, store } = dependencies

  /** Numbers of the versions that answer somewhere; versions are immutable and cached, so this is cheap. */
  async function versionNumbers(
    publications: readonly PublicationRecord[],
  ): Promise<VersionNumbers> {
    const used = publications.flatMap(({ flowVersionId, trial }) => [
      ...(flowVersionId === null ? [] : [flowVersionId]),
      ...(trial ? [trial.flowVersionId] : []),
    ])
    const ids = [...new Set(used)]
    const versions = await Promise.all(ids.map((id) => store.flowVersions.findVersion(id)))
    return new Map(versions.flatMap((each) => (each ? [[each.id, each.versionNumber]] : [])))
  }

  async function present(flow: FlowDraftRecord) {
    const publications = await store.publications.listOfFlow(flow.workspaceId, flow.id)
    return presentFlow(flow, publications, await versionNumbers(publications))
  }

  async function insert(
    { workspaceId }: Caller,
    { name, description, draft }: { name: string; description: string; draft: FlowDraft },
  ): Promise<FlowDraftRecord> {
    const createdAt = clock.now()
    const flow: FlowDraftRecord = {
      id: newId('flow'),
      workspaceId,
      name,
      description,
      revision: 1,
      draft,
      createdAt,
      updatedAt: createdAt,
      publishedRevision: null,
      publishedVersionId: null,
    }
    await accounts.flowDrafts.insert(flow)
    return flow
  }

  async function findVersion({ workspaceId }: Caller, flowId: string, versionNumber: string) {
    const versions = await store.flowVersions.list(workspaceId, flowId)
    const summary = versions.find((each) => String(each.versionNumber) === versionNumber)
    const version = summary && (await store.flowVersions.findVersion(summary.id))
    if (!version) throw notFound('version', versionNumber)
    // Notes can grow, and what is remembered of a version in this process may not know.
    return { ...version, ...summary }
  }

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows',
      summary: 'Makes a flow; its draft is kept even when it has problems',
      answer: shapes.answer(shapes.flow),
      access: EDIT,
      body: createFlowRequest,
      maxBodyBytes: MAX_FLOW_BODY_BYTES,
      status: 201,
      handle: async ({ caller, body }) => {
        const { name, description = '', draft = emptyDraft() } = body
        return ok(await present(await insert(caller, { name, description, draft })))
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/flows',
      summary: 'Lists the flows, last changed first',
      answer: shapes.page(shapes.flowSummary),
      access: READ,
      query: pageQuery,
      handle: async ({ caller, query }) => {
        const { workspaceId } = caller
        const page = await accounts.flowDrafts.list(workspaceId, query)
        const publications = await store.publications.listOfWorkspace(workspaceId)
        const numbers = await versionNumbers(publications)
        const data = page.items.map((flow) =>
          presentFlowSummary(
            flow,
            publications.filter(({ flowId }) => flowId === flow.id),
            numbers,
          ),
        )
        return { ...ok(data), pagination: { next: page.nextCursor } }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/flows/:flowId',
      summary: 'Shows a flow with its draft and the problems in it',
      answer: shapes.answer(shapes.flow),
      access: READ,
      handle: async ({ caller, params }) =>
        ok(await present(await findFlow(dependencies, caller.workspaceId, params.flowId))),
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/flows/:flowId/summary',
      summary: 'Shows a flow without its draft, as the list of flows does',
      answer: shapes.answer(shapes.flowSummary),
      access: READ,
      handle: async ({ caller: { workspaceId }, params: { flowId } }) => {
        const flow = await accounts.flowDrafts.findSummary(workspaceId, flowId)
        if (!flow) throw notFound('flow', flowId)
        const publications = await store.publications.listOfFlow(workspaceId, flowId)
        return ok(presentFlowSummary(flow, publications, await versionNumbers(publications)))
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/flows/:flowId/document',
      summary:
        'Gives the draft as the bytes of a Yjs update, for editors that are about to join it',
      access: READ,
      handle: async ({ caller: { workspaceId }, params: { flowId }, response }) => {
        const update = await drafts.read(workspaceId, flowId)
        if (update === null) throw notFound('flow', flowId)
        response.set('cache-control', 'no-store')
        response.type('application/octet-stream').send(Buffer.from(update))
      },
    }),
    defineEndpoint({
      method: 'patch',
      path: '/api/v1/flows/:flowId',
      summary: 'Changes name and description',
      answer: shapes.answer(shapes.flow),
      access: EDIT,
      body: updateFlowRequest,
      handle: async ({ caller, params, body }) => {
        const { workspaceId } = caller
        const change = { ...body, at: clock.now() }
        const flow = await accounts.flowDrafts.describe(workspaceId, params.flowId, change)
        if (!flow) throw notFound('flow', params.flowId)
        const { id: flowId, revision } = flow
        live.publish(workspaceId, { type: 'flow.updated', flowId, revision })
        return ok(await present(flow))
      },
    }),
    defineEndpoint({
      method: 'put',
      path: '/api/v1/flows/:flowId/draft',
      summary: 'Replaces the draft, if it still has the revision that the change was made on',
      answer: shapes.answer(shapes.savedDraft),
      access: EDIT,
      body: saveDraftRequest,
      maxBodyBytes: MAX_FLOW_BODY_BYTES,
      handle: async ({ caller, params, body }) => {
        const { workspaceId } = caller
        const { flowId } = params
        const saved = await saveDraft(dependencies, { workspaceId, flowId, ...body })
        return ok({
          revision: saved.revision,
          updatedAt: toInstant(saved.updatedAt),
          problems: presentProblems(checkDraft(saved.draft).problems),
        })
      },
    }),
    ...publishingEndpoints(dependencies, { versionNumbers, present }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/flows/:flowId/versions',
      summary: 'Lists the published versions, newest first',
      answer: shapes.page(shapes.flowVersionSummary),
      access: READ,
      handle: async ({ caller, params }) => {
        const { workspaceId } = caller
        const { flowId } = params
        if (!(await accounts.flowDrafts.find(workspaceId, flowId))) throw notFound('flow', flowId)
        const publications = await store.publications.listOfFlow(workspaceId, flowId)
        const versions = await store.flowVersions.list(workspaceId, flowId)
        return okList(versions.map((version) => presentVersion(version, publications)))
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/flows/:flowId/versions/:versionNumber',
      summary: 'Shows a published version',
      answer: shapes.answer(shapes.flowVersion),
      access: READ,
      handle: async ({ caller, params }) => {
        const version = await findVersion(caller, params.flowId, params.versionNumber)
        const publications = await store.publications.listOfFlow(caller.workspaceId, params.flowId)
        return ok({ ...presentVersion(version, publications), flow: version.flow })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows/:flowId/versions/:versionNumber/restore',
      summary: 'Makes the draft what a version was',
      answer: shapes.answer(shapes.flow),
      access: EDIT,
      body: restoreVersionRequest,
      handle: async ({ caller, params, body }) => {
        const { workspaceId } = caller
        const { flowId } = params
        const { flow: draft } = await findVersion(caller, flowId, params.versionNumber)
        const { revision } = body
        return ok(
          await present(await saveDraft(dependencies, { workspaceId, flowId, revision, draft })),
        )
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows/:flowId/duplicate',
      summary: 'Makes a new flow with the same draft',
      answer: shapes.answer(shapes.flow),
      access: EDIT,
      status: 201,
      handle: async ({ caller, params }) => {
        const original = await findFlow(dependencies, caller.workspaceId, params.flowId)
        const { description, draft } = original
        const name = `${original.name.slice(0, 190)} (copy)`
        return ok(await present(await insert(caller, { name, description, draft })))
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/flows/:flowId',
      summary: 'Deletes a flow; sessions that run go on to their end on their version',
      answer: shapes.answer(shapes.deleted),
      access: EDIT,
      handle: async ({ caller, params }) => {
        const { workspaceId } = caller
        const { flowId } = params
        await store.publications.remove({ workspaceId, flowId })
        const isRemoved = await accounts.flowDrafts.remove(workspaceId, flowId)
        if (!isRemoved) throw notFound('flow', flowId)
        await store.scheduledPublishes.failOfFlow(workspaceId, flowId, {
          problem: 'The flow was deleted before its time came.',
          at: clock.now(),
        })
        await drafts.forget(flowId)
        await recordAction(dependencies, caller, 'flow.deleted', flowId)
        return okDeleted(flowId)
      },
    }),
  ]
}
