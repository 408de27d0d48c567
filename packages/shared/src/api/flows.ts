import { z } from 'zod'
import { draftFlowSchema } from '../draftFlow.ts'
import { jsonValue } from '../json.ts'
import { HTTP_METHODS } from '../nodes/httpMethods.ts'
import { isBlank } from '../text.ts'
import { instant } from './envelope.ts'
import { conversationsOutcome, publication, trialAudience } from './publishing.ts'

export const flowProblem = z.object({
  severity: z.enum(['error', 'warning']),
  /** Stable id of the rule. */
  code: z.string(),
  /** A sentence in the author's words. */
  message: z.string(),
  /** The values in the sentence, for saying it in another language: see docs/checks.md. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  nodeId: z.string().optional(),
  /** Where it is about several nodes. */
  nodeIds: z.array(z.string()).optional(),
  nodeType: z.string().optional(),
  edgeId: z.string().optional(),
  /** The handle of the node that it is about. */
  handle: z.string().optional(),
  /** Path of the field: inside the node's data when there is a node, inside the flow otherwise. */
  field: z.array(z.union([z.string(), z.number()])).optional(),
})

export const flowSummary = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** Grows by one with every change of the draft. */
  revision: z.number().int(),
  publications: z.array(publication),
  /** True when the draft has changed since it was last published; a publish that is scheduled has not happened yet. */
  hasUnpublishedChanges: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
})
export type FlowSummary = z.infer<typeof flowSummary>

export const flow = flowSummary.extend({
  /** Kept as it was sent, even when it would not run. */
  draft: draftFlowSchema,
  /** Everything that the linter says about the draft. Errors keep it from being published. */
  problems: z.array(flowProblem),
})
export type FlowDetails = z.infer<typeof flow>

const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !isBlank(text), 'must have a letter, a digit or a sign that can be seen')
const description = z.string().trim().max(2_000)
export const createFlowRequest = z.strictObject({
  name,
  description: description.optional(),
  /** Empty with a start node when absent. */
  draft: draftFlowSchema.optional(),
})
export const updateFlowRequest = z.strictObject({
  name: name.optional(),
  description: description.optional(),
})
export const saveDraftRequest = z.strictObject({
  /** The revision that the change was made on; another one in the database answers 409 with it. */
  revision: z.number().int().nonnegative(),
  draft: draftFlowSchema,
})
export const savedDraft = z.object({
  revision: z.number().int(),
  updatedAt: instant,
  problems: z.array(flowProblem),
})

export const flowVersionSummary = z.object({
  id: z.string(),
  versionNumber: z.number().int(),
  note: z.string(),
  /** Id of the user who published it; null when that is not known. */
  createdBy: z.string().nullable(),
  createdAt: instant,
  /** Numbers that answer everybody with this version now. */
  numberIds: z.array(z.string()),
  /** Numbers where it is on trial. */
  trials: z.array(z.object({ numberId: z.string(), audience: trialAudience, startedAt: instant })),
})
export type FlowVersionSummary = z.infer<typeof flowVersionSummary>
export const flowVersion = flowVersionSummary.extend({
  flow: z.looseObject({ nodes: z.array(z.unknown()), edges: z.array(z.unknown()) }),
})
export const published = z.object({
  version: flowVersionSummary,
  publications: z.array(publication),
  conversations: conversationsOutcome,
})
export const restoreVersionRequest = z.strictObject({
  revision: z.number().int().nonnegative(),
})

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
