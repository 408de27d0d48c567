import { z } from 'zod'

/**
 * What every answer of Parley's own REST is wrapped in. The error object can be read in two ways, as `error.code` and
 * as `code`, because the two documents that `/api/v1` follows disagree about it.
 */

export const ERROR_CODES = [
  'VALIDATION_ERROR',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'NOT_FOUND',
  'SESSION_NOT_FOUND',
  'SESSION_DISCONNECTED',
  'CONFLICT',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'RATE_LIMITED',
  'INTERNAL_ERROR',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** What is wrong, by the field's dotted path; an empty path is the request as a whole. */
export const fieldErrors = z.record(z.string(), z.array(z.string()))
export type FieldErrors = z.infer<typeof fieldErrors>

export const errorBody = z.object({
  success: z.literal(false),
  error: z.looseObject({
    code: z.enum(ERROR_CODES),
    /** Safe to show: what happened and what to do. */
    message: z.string(),
    /** The HTTP status again, for readers who only see the body. */
    status: z.number().int(),
    details: fieldErrors.optional(),
    /** Names this request in the server's log. */
    requestId: z.string().optional(),
  }),
  code: z.enum(ERROR_CODES),
  message: z.string(),
  errors: fieldErrors.optional(),
})
export type ErrorBody = z.infer<typeof errorBody>

export const answer = <Data extends z.ZodType>(data: Data) =>
  z.object({ success: z.literal(true), data })

/** One page of a list. `pagination.next` goes into `?cursor=` of the next request; null after the last page. */
export const page = <Item extends z.ZodType>(item: Item) =>
  z.object({
    success: z.literal(true),
    data: z.array(item),
    pagination: z.object({ next: z.string().nullable() }),
  })

export const MAX_PAGE_SIZE = 100
export const pageQuery = z.object({
  cursor: z.string().max(2_000).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_PAGE_SIZE).default(50),
})
export type PageQuery = z.infer<typeof pageQuery>

/** An instant as ISO 8601 in UTC. */
export const instant = z.iso.datetime()
export const deleted = z.object({ id: z.string(), deleted: z.literal(true) })
