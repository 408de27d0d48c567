import { Braces, ListChecks, ListTree, type LucideIcon, UserRound } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { t } from '../i18n/t.ts'
import { cn } from '../ui/cn.ts'

const SECTIONS = ['variables', 'steps', 'contact', 'tests'] as const
export type Section = (typeof SECTIONS)[number]
const ICONS: Readonly<Record<Section, LucideIcon>> = {
  variables: Braces,
  steps: ListTree,
  contact: UserRound,
  tests: ListChecks,
}

/** What is known and done behind the conversation, one view at a time, closed until somebody asks. */
export function Tray({
  open,
  onOpen,
  counts,
  ...views
}: {
  open: Section | null
  onOpen: (section: Section | null) => void
  /** How much there is in a section; shown beside its name. */
  counts: Readonly<Partial<Record<Section, number>>>
} & Readonly<Record<Section, ReactNode>>) {
  const id = useId()
  return (
    <div className="flex shrink-0 flex-col border-t border-line bg-surface">
      {/* A second press closes, which tabs do not: so these are disclosure buttons. */}
      <div className="flex" role="group" aria-label={t('simulator.tray.label')}>
        {SECTIONS.map((section) => {
          const Icon = ICONS[section]
          const isOpen = open === section
          const count = counts[section] ?? 0
          return (
            <button
              key={section}
              type="button"
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              onClick={() => onOpen(isOpen ? null : section)}
              className={cn(
                'flex h-10 flex-auto items-center justify-center gap-1 border-t-2 px-1.5 text-xs font-medium -outline-offset-2 hover:bg-hover',
                isOpen ? 'border-primary text-ink' : 'border-transparent text-ink-muted',
              )}
            >
              <Icon className="size-3.5" aria-hidden />
              {t(`simulator.tray.${section}`)}
              {count > 0 && (
                <span className="rounded-full bg-sunken px-1.5 text-[0.6875rem] leading-4">
                  {count}
                </span>
              )}
            </button>
          )
        })}
      </div>
      {open && (
        <div id={id} className="h-56 overflow-y-auto border-t border-line md:h-64">
          {views[open]}
        </div>
      )}
    </div>
  )
}
