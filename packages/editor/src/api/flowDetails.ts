import { type FlowDetails, flow } from '@parley/shared/api'
import { queryOptions } from '@tanstack/react-query'
import { request } from './client.ts'

/** A draft to be stored: the server says what it makes of it. */
export interface FlowDraft {
  readonly nodes: readonly unknown[]
  readonly edges: readonly unknown[]
}

/** One flow with its draft and what the linter says about it. */
export const flowQuery = (flowId: string) =>
  queryOptions({
    queryKey: ['flows', 'one', flowId],
    queryFn: ({ signal }): Promise<FlowDetails> =>
      request(flow, `/flows/${encodeURIComponent(flowId)}`, { signal }),
  })

export const createFlow = (body: {
  name: string
  description?: string
  draft?: FlowDraft
}): Promise<FlowDetails> => request(flow, '/flows', { method: 'POST', body })
