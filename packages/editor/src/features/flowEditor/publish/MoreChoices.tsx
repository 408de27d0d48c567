import type { ConversationsOnNumber } from '@parley/shared/api'
import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { cn } from '../../../ui/cn.ts'
import { AudienceChoice } from './AudienceChoice.tsx'
import type { ChoiceProps } from './ChoiceSection.tsx'
import { ConversationsChoice } from './ConversationsChoice.tsx'
import { choicesInWords, problemOf } from './publishChoices.ts'
import { TimeChoice } from './TimeChoice.tsx'

/** To whom, when, and what becomes of conversations in progress: said in one line, and opened by those who want more. */
export function MoreChoices({
  choices,
  zone,
  conversations,
  onChange,
}: ChoiceProps & {
  zone: string
  /** Those on the chosen numbers; undefined while they are counted. */
  conversations: readonly ConversationsOnNumber[] | undefined
}) {
  const [isOpen, setOpen] = useState(false)
  const contentId = useId()
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    // What opens is below the edge of the dialog.
    if (isOpen) section.current?.scrollIntoView?.({ block: 'start' })
  }, [isOpen])
  return (
    <section ref={section} className="rounded-card border border-line">
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={isOpen ? contentId : undefined}
          onClick={() => setOpen(!isOpen)}
          className="flex w-full items-center gap-3 rounded-card px-3 py-2.5 text-start hover:bg-hover"
        >
          <span className="min-w-0 flex-1">
            <span className="block text-sm font-medium">{t('publishing.more')}</span>
            <span className="block text-[0.8125rem] text-ink-muted">
              {choicesInWords(choices, zone)}
            </span>
            {!isOpen && problemOf(choices, zone) && (
              <span className="block text-[0.8125rem] text-danger">{problemOf(choices, zone)}</span>
            )}
          </span>
          <ChevronDown
            className={cn('size-4 shrink-0 text-ink-muted', isOpen && 'rotate-180')}
            aria-hidden
          />
        </button>
      </h3>
      {isOpen && (
        <div id={contentId} className="flex flex-col gap-5 border-t border-line px-3 py-4">
          <AudienceChoice choices={choices} onChange={onChange} />
          <ConversationsChoice
            choices={choices}
            conversations={conversations}
            onChange={onChange}
          />
          <TimeChoice choices={choices} zone={zone} onChange={onChange} />
        </div>
      )}
    </section>
  )
}
