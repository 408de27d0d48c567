import * as shapes from '@parley/shared/api'
import { simulateHttpRequest } from '@parley/shared/api'
import type { RouteDependencies } from '../../dependencies.ts'
import { notFound } from '../../errors.ts'
import { ok } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'

/** What the simulator needs of the server: browsers may not call other people's servers, we may. */
export function simulateHttpEndpoints({ accounts, http }: RouteDependencies): readonly Endpoint[] {
  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/flows/:flowId/simulate-http',
      summary: 'Makes a request that a simulated conversation waits for, as a published flow would',
      answer: shapes.answer(shapes.simulatedHttpResult),
      // The same right as for publishing, because a published flow makes the same request.
      access: { to: 'member', role: 'editor' },
      body: simulateHttpRequest,
      handle: async ({ caller, params, body, response }) => {
        const flow = await accounts.flowDrafts.find(caller.workspaceId, params.flowId)
        if (!flow) throw notFound('flow', params.flowId)
        // Nobody waits any more when the author has closed the simulator.
        const abort = new AbortController()
        response.once('close', () => abort.abort())
        const { body: sent, ...request } = body
        // One try only: the author looks at the outcome and may repeat it.
        const call = { ...request, ...(sent !== undefined && { body: sent }), retries: 0 }
        return ok(await http.call(call, abort.signal))
      },
    }),
  ]
}
