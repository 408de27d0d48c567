import type { FlowSummary, TrialAudience } from '@parley/shared/api'

/** A version on trial, wherever it is. */
export interface RunningTrial {
  readonly versionNumber: number
  readonly numberIds: readonly string[]
  /** One a number. */
  readonly audiences: readonly TrialAudience[]
}

/** The trials of a flow, by version: a version on trial on three numbers is one trial to people. */
export function trialsOf({
  publications,
}: Pick<FlowSummary, 'publications'>): readonly RunningTrial[] {
  const byVersion = new Map<number, RunningTrial>()
  for (const { numberId, trial } of publications) {
    if (!trial) continue
    const { versionNumber, audience } = trial
    const known = byVersion.get(versionNumber)
    byVersion.set(versionNumber, {
      versionNumber,
      numberIds: [...(known?.numberIds ?? []), numberId],
      audiences: [...(known?.audiences ?? []), audience],
    })
  }
  return [...byVersion.values()]
}
