import {
  findConflicts,
  parseFlow,
  type RivalFlow,
  type Trigger,
  type TriggerConflict,
  triggersOf,
} from '@parley/shared'
import type { FlowSummary } from '@parley/shared/api'
import { useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { flowsQuery } from '../../../api/flows.ts'
import { flowVersionQuery } from '../../../api/flowVersions.ts'
import { itemsOf } from '../../../api/pages.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'

export interface FlowConflict extends TriggerConflict {
  readonly flowName: string
}

/** What other flows on the chosen numbers listen to as well. Looks at their published versions, not at their drafts. */
export function useConflicts({
  editor,
  others,
  numberIds,
}: {
  editor: FlowEditor
  /** All flows but this one. */
  others: readonly FlowSummary[]
  numberIds: ReadonlySet<string>
}): readonly FlowConflict[] {
  const rivals = useRivals({ others, numberIds })
  const { nodes, edges, variables, settings } = editor.draft()
  const own = triggersIn({ nodes, edges, variables, settings })
  return rivals.flatMap(({ name: flowName, triggers }) =>
    findConflicts(own, triggers).map((conflict) => ({ ...conflict, flowName })),
  )
}

/** Tells the linter what other flows listen to on the numbers where this one answers already. */
export function useLintedRivals(editor: FlowEditor, flow: FlowSummary | undefined): void {
  const { data } = useInfiniteQuery(flowsQuery)
  const flowId = flow?.id
  const others = useMemo(() => itemsOf(data).filter(({ id }) => id !== flowId), [data, flowId])
  const numberIds = useMemo(
    () => new Set(flow?.publications.map(({ numberId }) => numberId)),
    [flow?.publications],
  )
  const rivals = useRivals({ others, numberIds })
  useEffect(() => editor.problems.setRivals(rivals), [editor, rivals])
}

/** The published flows on some numbers, with what they listen to. */
function useRivals({
  others,
  numberIds,
}: {
  others: readonly FlowSummary[]
  numberIds: ReadonlySet<string>
}): readonly RivalFlow[] {
  const versions = others.flatMap(({ id, name, publications }) =>
    [
      ...new Set(
        publications
          .filter(({ numberId }) => numberIds.has(numberId))
          // What is on trial answers, too.
          .flatMap(({ versionNumber, trial }) => [versionNumber, trial?.versionNumber ?? null])
          .filter((versionNumber) => versionNumber !== null),
      ),
    ].map((versionNumber) => ({ id, name, versionNumber })),
  )
  const loaded = useQueries({
    queries: versions.map(({ id, versionNumber }) => flowVersionQuery(id, versionNumber)),
  })
  const found = loaded.flatMap(({ data }, index) =>
    data ? [{ name: versions[index]?.name ?? '', triggers: triggersIn(data.flow) }] : [],
  )
  // Found anew on every drawing, though it hardly ever changes; who follows it wants to hear of changes alone.
  const text = JSON.stringify(found)
  return useMemo(() => JSON.parse(text) as readonly RivalFlow[], [text])
}

/** The triggers of a draft or version; none while it has errors, which keep it from being published anyway. */
export function triggersIn(draft: unknown): readonly Trigger[] {
  const parsed = parseFlow(draft)
  return parsed.ok ? triggersOf(parsed.flow) : []
}
