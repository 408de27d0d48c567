import { deleted, type FlowSummary, flowSummary } from '@parley/shared/api'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request, requestPage } from './client.ts'

export const flowsQuery = infiniteQueryOptions({
  queryKey: ['flows', 'list'],
  queryFn: ({ signal, pageParam }) =>
    requestPage(flowSummary, '/flows', { query: { cursor: pageParam, limit: 100 }, signal }),
  // The type parameter of a page's cursor cannot be said otherwise: the first page has none.
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

/** One flow without its draft: what an open editor needs beside the shared document. */
export const flowSummaryQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flows', 'summary', flowId],
    queryFn: ({ signal }): Promise<FlowSummary> =>
      request(flowSummary, `/flows/${encodeURIComponent(flowId)}/summary`, { signal }),
  })

export const renameFlow = (flowId: string, name: string): Promise<FlowSummary> =>
  request(flowSummary, `/flows/${encodeURIComponent(flowId)}`, { method: 'PATCH', body: { name } })

export const duplicateFlow = (flowId: string): Promise<FlowSummary> =>
  request(flowSummary, `/flows/${encodeURIComponent(flowId)}/duplicate`, { method: 'POST' })

export const deleteFlow = (flowId: string) =>
  request(deleted, `/flows/${encodeURIComponent(flowId)}`, { method: 'DELETE' })
