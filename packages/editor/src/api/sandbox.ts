import type { SandboxSettings } from '@parley/shared/api'
import { z } from 'zod'
import { request, requestWhole } from './client.ts'

const path = (numberId: string) => `/sandbox/${encodeURIComponent(numberId)}`

/** Changes how a sandbox number behaves. */
export const changeSandbox = (numberId: string, body: Partial<SandboxSettings>) =>
  request(z.unknown(), path(numberId), { method: 'PATCH', body })

/** Writes to a sandbox number as a customer would. What comes back is not in an envelope, and nothing that a page needs. */
export const writeToSandbox = (
  numberId: string,
  body: { from: string; name?: string; content: { type: 'text'; text: string } },
) => requestWhole(`${path(numberId)}/inbound`, { method: 'POST', body })
