import { z } from 'zod'
import { instant } from './envelope.ts'
import { publication } from './publishing.ts'

// Apart from drafts and versions, because every page asks for flows by name only.

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
