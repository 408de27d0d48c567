import { simulatedHttpResult, type simulateHttpRequest } from '@parley/shared/api'
import type { z } from 'zod'
import { request } from './client.ts'

/** Has the server make a request that a simulated conversation waits for. */
export const simulateHttp = (flowId: string, body: z.input<typeof simulateHttpRequest>) =>
  request(simulatedHttpResult, `/flows/${encodeURIComponent(flowId)}/simulate-http`, {
    method: 'POST',
    body,
  })
