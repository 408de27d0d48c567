import { STARTERS, type Starter, type StarterId } from '@parley/shared/starters'
import { Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { t } from '../../i18n/t.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import { FlowPreview } from './FlowPreview.tsx'
import { groupOfType } from './groupOfType.ts'

export type StarterChoice = Starter<StarterId> | 'blank'

/** Complete flows to begin with, and the blank canvas. One press makes the flow. */
export function StarterGallery({
  onChoose,
  busy,
}: {
  onChoose: (choice: StarterChoice) => void
  /** The choice that is being made into a flow right now. */
  busy: string | null
}) {
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Choice
        name={t('flows.gallery.blank')}
        description={t('flows.gallery.blankHelp')}
        isBusy={busy === 'blank'}
        isDisabled={busy !== null}
        onChoose={() => onChoose('blank')}
      >
        <span className="flex size-full items-center justify-center">
          <span className="flex size-14 items-center justify-center rounded-full border-2 border-dashed border-line-strong text-ink-muted">
            <Plus className="size-6" aria-hidden />
          </span>
        </span>
      </Choice>
      {STARTERS.map((starter) => (
        <Choice
          key={starter.id}
          name={t(`starters.${starter.id}.name`)}
          description={t(`starters.${starter.id}.description`)}
          detail={t('flows.steps', { count: stepCount(starter) })}
          isBusy={busy === starter.id}
          isDisabled={busy !== null}
          onChoose={() => onChoose(starter)}
        >
          <FlowPreview draft={starter.draft} />
        </Choice>
      ))}
    </ul>
  )
}

function Choice({
  name,
  description,
  detail,
  isBusy,
  isDisabled,
  onChoose,
  children,
}: {
  name: string
  description: string
  detail?: string
  isBusy: boolean
  isDisabled: boolean
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <li className="flex">
      <button
        type="button"
        onClick={onChoose}
        disabled={isDisabled}
        className="group flex w-full flex-col overflow-hidden rounded-card border border-line bg-surface text-start shadow-card transition-[border-color,box-shadow] hover:border-primary hover:shadow-pop disabled:opacity-60"
      >
        <span className="relative block h-36 w-full border-b border-line bg-sunken p-3">
          {children}
          {isBusy && (
            <span className="absolute inset-0 flex items-center justify-center bg-surface/70 text-primary">
              <Spinner size="lg" />
            </span>
          )}
        </span>
        <span className="flex flex-1 flex-col p-4 pt-3">
          <span className="font-semibold">{name}</span>
          <span className="mt-1 text-[0.8125rem] leading-snug text-ink-muted">{description}</span>
          {detail && <span className="mt-auto pt-2 text-xs text-ink-faint">{detail}</span>}
        </span>
      </button>
    </li>
  )
}

/** Notes are for the author; the customer never meets them. */
const stepCount = ({ draft }: Starter) =>
  draft.nodes.filter(({ type }) => groupOfType(type) !== 'canvas').length
