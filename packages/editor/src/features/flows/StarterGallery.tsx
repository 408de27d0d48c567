import '../../i18n/withFlowTexts.ts'
import type { Starter } from '@parley/shared/starters'
import { Plus } from 'lucide-react'
import { type ReactNode, use } from 'react'
import { t, useLocale } from '../../i18n/t.ts'
import { Spinner } from '../../ui/Spinner.tsx'
import { FlowPreview } from './FlowPreview.tsx'
import { groupOfType } from './groupOfType.ts'
import { blankStarter, loadStarters, type StarterChoice } from './starters.ts'

/** Complete flows to begin with, and the blank canvas. One press makes the flow. Suspends while it fetches their words. */
export function StarterGallery({
  onChoose,
  busy,
}: {
  onChoose: (choice: StarterChoice) => void
  /** The choice that is being made into a flow right now. */
  busy: string | null
}) {
  const starters = use(loadStarters(useLocale((state) => state.locale)))
  return (
    <ul className="grid grid-cols-1 gap-4 sm:grid-cols-2 lg:grid-cols-3">
      <Choice
        name={t('flows.gallery.blank')}
        description={t('flows.gallery.blankHelp')}
        isBusy={busy === 'blank'}
        isDisabled={busy !== null}
        onChoose={() => onChoose(blankStarter())}
      >
        <span className="flex size-full items-center justify-center">
          <span className="flex size-14 items-center justify-center rounded-full border-2 border-dashed border-line-strong text-ink-muted">
            <Plus className="size-6" aria-hidden />
          </span>
        </span>
      </Choice>
      {starters.map(({ id, ...flow }) => (
        <Choice
          key={id}
          name={flow.name}
          description={flow.description}
          detail={t('flows.steps', { count: stepCount(flow) })}
          isBusy={busy === id}
          isDisabled={busy !== null}
          onChoose={() => onChoose({ id, flow })}
        >
          <FlowPreview draft={flow.draft} />
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
const stepCount = ({ draft }: Pick<Starter, 'draft'>) =>
  draft.nodes.filter(({ type }) => groupOfType(type) !== 'canvas').length
