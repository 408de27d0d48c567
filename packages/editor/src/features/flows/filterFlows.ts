import type { FlowSummary } from '@parley/shared/api'
import { containsWords } from '../../ui/foldText.ts'

export type FlowFilter = 'all' | 'published' | 'draft'

/** The flows that contain all the words in name or description, whatever their case and accents. */
export function filterFlows(
  flows: readonly FlowSummary[],
  { words, filter }: { words: string; filter: FlowFilter },
): readonly FlowSummary[] {
  return flows.filter(({ name, description, publications }) => {
    const isPublished = publications.length > 0
    const isOfKind = filter === 'all' || (filter === 'published') === isPublished
    return isOfKind && containsWords(`${name} ${description}`, words)
  })
}
