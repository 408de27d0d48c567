import { flowVersion, flowVersionSummary } from '@parley/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

const path = (flowId: string) => `/flows/${encodeURIComponent(flowId)}`

/** The published versions of a flow, newest first. */
export const flowVersionsQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flowVersions', flowId],
    queryFn: async ({ signal }) =>
      (await requestPage(flowVersionSummary, `${path(flowId)}/versions`, { signal })).items,
  })

/** One version with the flow that it froze. */
export const flowVersionQuery = (flowId: string, versionNumber: number) =>
  queryOptions({
    queryKey: ['flowVersions', flowId, versionNumber],
    queryFn: ({ signal }) =>
      request(flowVersion, `${path(flowId)}/versions/${versionNumber}`, { signal }),
    // A version never changes.
    staleTime: Number.POSITIVE_INFINITY,
  })
