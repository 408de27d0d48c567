import { z } from 'zod'
import { draftFlowSchema } from '../draftFlow.ts'
import { isBlank } from '../text.ts'
import { instant } from './envelope.ts'
import { flowSummary } from './flows.ts'

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
