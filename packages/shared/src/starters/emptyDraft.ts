import type { DraftFlow } from '../draftFlow.ts'

/** What a flow begins as: a start that takes any message, and nothing after it. */
export const emptyDraft = (settings: DraftFlow['settings'] = {}): DraftFlow => ({
  nodes: [
    {
      id: 'start',
      type: 'start',
      position: { x: 0, y: 0 },
      data: { triggers: [{ id: 'any', type: 'anyMessage' }] },
    },
  ],
  edges: [],
  variables: [],
  settings,
})
