import { z } from 'zod'
import { instant } from './envelope.ts'
import { conversationsOutcome, publication, trialAudience } from './publishing.ts'

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
