import { parseFlow, type Trigger, triggersOf } from '@parley/shared'
import type { FlowSummary } from '@parley/shared/api'
import { useQueries } from '@tanstack/react-query'
import { flowVersionQuery } from '../../../api/flowVersions.ts'
import type { FlowEditor } from '../../../canvas/FlowEditor.ts'
import { findConflicts, type TriggerConflict } from './findConflicts.ts'

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
  const { nodes, edges, variables, settings } = editor.draft()
  const own = triggersIn({ nodes, edges, variables, settings })
  return loaded.flatMap(({ data }, index) => {
    const flowName = versions[index]?.name ?? ''
    const conflicts = data ? findConflicts(own, triggersIn(data.flow)) : []
    return conflicts.map((conflict) => ({ ...conflict, flowName }))
  })
}

/** The triggers of a draft or version; none while it has errors, which keep it from being published anyway. */
export function triggersIn(draft: unknown): readonly Trigger[] {
  const parsed = parseFlow(draft)
  return parsed.ok ? triggersOf(parsed.flow) : []
}
