import type { ContentOf } from '@parley/shared'
import { List } from 'lucide-react'
import { useId, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { cn } from '../cn.ts'
import { Choice, type OnTap } from './Choice.tsx'

/** The button of a list; the rows open under it, or in the sheet that `onOpenList` shows. */
export function ListChoices({
  content,
  onTap,
  onOpenList,
}: {
  content: ContentOf<'list'>
  onTap?: OnTap | undefined
  onOpenList?: ((list: ContentOf<'list'>) => void) | undefined
}) {
  const [isOpen, setOpen] = useState(false)
  const rowsId = useId()
  return (
    <>
      <Choice
        icon={<List aria-hidden />}
        onTap={() => (onOpenList ? onOpenList(content) : setOpen(!isOpen))}
        {...(!onOpenList && { 'aria-expanded': isOpen, 'aria-controls': rowsId })}
      >
        {content.buttonText}
      </Choice>
      {isOpen && (
        <div id={rowsId} className="border-t border-bubble-ink/12">
          <ListRows content={content} onTap={onTap} />
        </div>
      )}
    </>
  )
}

/** The sections and rows of a list; rows are buttons when somebody listens. */
export function ListRows({
  content,
  onTap,
}: {
  content: ContentOf<'list'>
  onTap?: OnTap | undefined
}) {
  return content.sections.map((section, index) => (
    <section key={index} className="py-1">
      {section.title && (
        <h4 className="px-3 pt-1.5 pb-1 text-xs font-semibold text-primary" dir="auto">
          {section.title}
        </h4>
      )}
      <ul>
        {section.rows.map((row) => (
          <li key={row.id}>
            <Row
              title={row.title}
              description={row.description}
              onTap={onTap && (() => onTap({ type: 'row', id: row.id, title: row.title }))}
            />
          </li>
        ))}
      </ul>
    </section>
  ))
}

export function PollView({
  content,
  onTap,
}: {
  content: ContentOf<'poll'>
  onTap?: OnTap | undefined
}) {
  return (
    <div className="flex min-w-52 flex-col gap-1">
      <p className="font-semibold" dir="auto">
        {content.text}
      </p>
      <p className="text-xs text-bubble-meta">
        {content.selectableCount === 1 ? t('message.pollOne') : t('message.pollAny')}
      </p>
      <ul className="-mx-3">
        {content.options.map(({ id, title }) => (
          <li key={id}>
            <Row
              title={title}
              description={undefined}
              onTap={onTap && (() => onTap({ type: 'pollOption', id, title }))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Row({
  title,
  description,
  onTap,
}: {
  title: string
  description: string | undefined
  onTap: (() => void) | undefined
}) {
  const words = (
    <span className="min-w-0 flex-1 text-start">
      <span className="block break-words" dir="auto">
        {title}
      </span>
      {description && (
        <span className="block text-xs break-words text-bubble-meta" dir="auto">
          {description}
        </span>
      )}
    </span>
  )
  const look = 'flex w-full items-center gap-3 px-3 py-2'
  if (!onTap) return <div className={look}>{words}</div>
  return (
    <button
      type="button"
      onClick={onTap}
      className={cn(look, '-outline-offset-2 hover:bg-bubble-ink/6')}
    >
      {words}
      <span
        className="size-[1.125rem] shrink-0 rounded-full border-2 border-bubble-meta"
        aria-hidden
      />
    </button>
  )
}
