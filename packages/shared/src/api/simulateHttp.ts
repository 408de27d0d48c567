import { z } from 'zod'
import { jsonValue } from '../json.ts'
import { HTTP_METHODS } from '../nodes/httpMethods.ts'

/** A request as the engine asks for it, all templates filled in. */
export const simulateHttpRequest = z.strictObject({
  method: z.enum(HTTP_METHODS),
  url: z.string().max(8_192),
  headers: z.record(z.string().max(256), z.string().max(8_192)),
  body: z.string().max(1_048_576).optional(),
  timeoutMs: z.number().int().min(1).max(60_000),
})
/** What came of it. */
export const simulatedHttpResult = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('answered'),
    status: z.number().int(),
    headers: z.record(z.string(), z.string()),
    body: jsonValue,
  }),
  z.object({ outcome: z.literal('failed'), reason: z.string() }),
  z.object({ outcome: z.literal('timedOut') }),
])
