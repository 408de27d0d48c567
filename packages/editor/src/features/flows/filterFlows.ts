import type { FlowSummary } from '@parley/shared/api'

export type FlowFilter = 'all' | 'published' | 'draft'

/** The flows that contain all the words in name or description, whatever their case and accents. */
export function filterFlows(
  flows: readonly FlowSummary[],
  { words, filter }: { words: string; filter: FlowFilter },
): readonly FlowSummary[] {
  const wanted = fold(words).split(/\s+/u).filter(Boolean)
  return flows.filter((flow) => {
    const isPublished = flow.publications.length > 0
    if (filter === 'published' && !isPublished) return false
    if (filter === 'draft' && isPublished) return false
    const text = fold(`${flow.name} ${flow.description}`)
    return wanted.every((word) => text.includes(word))
  })
}

const fold = (text: string) =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
