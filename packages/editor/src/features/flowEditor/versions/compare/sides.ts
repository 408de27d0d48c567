import type { FlowVersionSummary } from '@parley/shared/api'
import { formatDateTime } from '../../../../i18n/format.ts'
import { t } from '../../../../i18n/t.ts'

/** What is compared: the draft, or the version with this number. */
export type Side = 'draft' | `${number}`

export interface Sides {
  readonly before: Side
  readonly after: Side
}

export const sideOf = (versionNumber: number): Side => `${versionNumber}`

/** The number of a version; null for the draft. */
export const versionOf = (side: Side): number | null => (side === 'draft' ? null : Number(side))

export const sideOptions = (versions: readonly FlowVersionSummary[]) => [
  { value: 'draft' as Side, label: t('compare.draft') },
  ...versions.map(({ versionNumber, createdAt, note }) => ({
    value: sideOf(versionNumber),
    label: t('compare.version', { version: versionNumber }),
    description: note || formatDateTime(Date.parse(createdAt)),
  })),
]
