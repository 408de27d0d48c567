import {
  type ConversationsOnNumber,
  conversationsOnNumber,
  deleted,
  flowSummary,
  type PublishRequest,
  published,
  type ScheduledPublish,
  type SchedulePublishRequest,
  scheduledPublish,
} from '@parley/shared/api'
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

const path = (flowId: string) => `/flows/${encodeURIComponent(flowId)}`

export const publishFlow = (flowId: string, body: PublishRequest) =>
  request(published, `${path(flowId)}/publish`, { method: 'POST', body })

/** Takes the flow off numbers; off all of them when none is named. */
export const unpublishFlow = (flowId: string, numberIds?: readonly string[]) =>
  request(flowSummary, `${path(flowId)}/unpublish`, { method: 'POST', body: { numberIds } })

/** The version on trial answers everybody, on all numbers where it is on trial. */
export const promoteTrial = (flowId: string, versionNumber: number) =>
  request(published, `${path(flowId)}/trial/promote`, { method: 'POST', body: { versionNumber } })

export const endTrial = (flowId: string, versionNumber: number) =>
  request(flowSummary, `${path(flowId)}/trial/end`, { method: 'POST', body: { versionNumber } })

/** How many are in the middle of the flow, number by number; numbers without any are left out. */
export const conversationsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['conversationsInProgress', flowId],
    queryFn: async ({ signal }): Promise<readonly ConversationsOnNumber[]> =>
      (await requestPage(conversationsOnNumber, `${path(flowId)}/conversations`, { signal })).items,
    // People write all the time.
    staleTime: 0,
  })

const SOON_MS = 60_000

/** What is scheduled, and what was and could not be published; the latest first. */
export const scheduledPublishesQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['scheduledPublishes', flowId],
    queryFn: async ({ signal }): Promise<readonly ScheduledPublish[]> =>
      (await requestPage(scheduledPublish, `${path(flowId)}/scheduled-publishes`, { signal }))
        .items,
    // Another process may do it, of which this one's live events do not tell.
    refetchInterval: ({ state: { data = [] } }) => {
      const waiting = data.filter(({ status }) => status === 'waiting')
      const next = Math.min(...waiting.map(({ scheduledFor }) => Date.parse(scheduledFor)))
      if (next === Number.POSITIVE_INFINITY) return false
      return next - Date.now() < SOON_MS ? 1_000 : SOON_MS / 2
    },
  })

export const schedulePublish = (flowId: string, body: SchedulePublishRequest) =>
  request(scheduledPublish, `${path(flowId)}/scheduled-publishes`, { method: 'POST', body })

/** Takes one back, or one that failed off the list. */
export const cancelScheduledPublish = (flowId: string, id: string) =>
  request(deleted, `${path(flowId)}/scheduled-publishes/${encodeURIComponent(id)}`, {
    method: 'DELETE',
  })

/** What a flow says to whom has changed: load again what shows it. */
export const refreshPublishing = (client: QueryClient, flowId: string): Promise<unknown> =>
  Promise.all(
    [
      ['flows'],
      ['flowVersions', flowId],
      ['scheduledPublishes', flowId],
      ['conversationsInProgress', flowId],
    ].map((queryKey) => client.invalidateQueries({ queryKey })),
  )
