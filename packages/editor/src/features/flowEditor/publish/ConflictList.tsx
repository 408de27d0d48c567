import { t } from '../../../i18n/t.ts'
import { Banner } from '../../../ui/Banner.tsx'
import type { FlowConflict } from './useConflicts.ts'

const MAX_SHOWN = 5

/** Which flow answers what, where two listen to the same words. */
export function ConflictList({ conflicts }: { conflicts: readonly FlowConflict[] }) {
  if (conflicts.length === 0) return null
  const hidden = conflicts.length - MAX_SHOWN
  return (
    <Banner tone="warning" title={t('publish.conflict.title')}>
      <ul className="mt-1 flex list-disc flex-col gap-0.5 ps-4 text-[0.8125rem]">
        {conflicts.slice(0, MAX_SHOWN).map((conflict, index) => (
          <li key={index}>{describe(conflict)}</li>
        ))}
        {hidden > 0 && <li>{t('publish.moreProblems', { count: hidden })}</li>}
      </ul>
      <p className="mt-1.5 text-[0.8125rem]">{t('publish.conflict.help')}</p>
    </Banner>
  )
}

function describe({ type, word, winner, flowName: flow }: FlowConflict): string {
  const what =
    type === 'keyword' ? t('publish.conflict.keyword', { word }) : t(`publish.conflict.${type}`)
  return t(`publish.conflict.${winner}`, { what, flow })
}
