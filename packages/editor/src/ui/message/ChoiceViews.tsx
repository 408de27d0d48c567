import type { ContentHeader, ContentOf } from '@parley/shared'
import { ExternalLink, List, Phone, Reply } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { cn } from '../cn.ts'
import { FormattedText } from './FormattedText.tsx'
import { DocumentTile, Picture } from './MediaViews.tsx'
import { isSafeUrl } from './mediaUrl.ts'

/** Something that was tapped: the choice token and the words on it. */
export interface Tapped {
  readonly type: 'button' | 'row' | 'pollOption'
  readonly id: string
  readonly title: string
}
export type OnTap = (tapped: Tapped) => void

/** The words of an interactive message: header, text, footer. */
export function InteractiveBody({
  header,
  text,
  footer,
}: {
  header?: ContentHeader | undefined
  text: string
  footer?: string | undefined
}) {
  return (
    <div className="flex flex-col gap-1">
      {header && <Header header={header} />}
      <FormattedText text={text} />
      {footer && (
        <p className="text-xs text-bubble-meta" dir="auto">
          {footer}
        </p>
      )}
    </div>
  )
}

function Header({ header }: { header: ContentHeader }) {
  if (header.type === 'text') {
    return (
      <p className="font-semibold" dir="auto">
        {header.text}
      </p>
    )
  }
  if (header.type === 'document') {
    return <DocumentTile media={header} name={header.filename} sizeBytes={header.sizeBytes} />
  }
  return <Picture media={header} kind={header.type} alt={t(`message.${header.type}`)} />
}

/** A line under the words that can be tapped (when somebody listens), as phones show it. */
function Choice({
  icon,
  onTap,
  children,
  ...rest
}: {
  icon?: ReactNode
  onTap?: (() => void) | undefined
  children: ReactNode
  'aria-expanded'?: boolean
  'aria-controls'?: string
  'aria-label'?: string
}) {
  const look =
    'flex w-full items-center justify-center gap-2 border-t border-bubble-ink/12 px-3 py-2.5 text-center font-medium text-bubble-link [&_svg]:size-4 [&_svg]:shrink-0'
  const words = (
    <>
      {icon}
      <span className="min-w-0 break-words" dir="auto">
        {children}
      </span>
    </>
  )
  if (!onTap) return <div className={look}>{words}</div>
  return (
    <button
      type="button"
      onClick={onTap}
      className={cn(look, '-outline-offset-2 hover:bg-bubble-ink/6')}
      {...rest}
    >
      {words}
    </button>
  )
}

function LinkChoice({
  icon,
  href,
  children,
}: {
  icon: ReactNode
  href: string
  children: ReactNode
}) {
  if (!isSafeUrl(href)) return <Choice icon={icon}>{children}</Choice>
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer noopener"
      title={t('message.openLink', { url: href })}
      className="flex w-full items-center justify-center gap-2 border-t border-bubble-ink/12 px-3 py-2.5 text-center font-medium text-bubble-link -outline-offset-2 hover:bg-bubble-ink/6 [&_svg]:size-4 [&_svg]:shrink-0"
    >
      {icon}
      <span className="min-w-0 break-words" dir="auto">
        {children}
      </span>
    </a>
  )
}

export function ButtonsChoices({
  content,
  onTap,
}: {
  content: ContentOf<'buttons'>
  onTap?: OnTap | undefined
}) {
  return content.buttons.map(({ id, title }) => (
    <Choice
      key={id}
      icon={<Reply className="rtl:-scale-x-100" aria-hidden />}
      onTap={onTap && (() => onTap({ type: 'button', id, title }))}
    >
      {title}
    </Choice>
  ))
}

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

export const CtaUrlChoice = ({ content }: { content: ContentOf<'ctaUrl'> }) => (
  <LinkChoice icon={<ExternalLink aria-hidden />} href={content.url}>
    {content.buttonText}
  </LinkChoice>
)

export function TemplateChoices({
  content,
  onTap,
}: {
  content: ContentOf<'template'>
  onTap?: OnTap | undefined
}) {
  return content.buttons?.map((button, index) => {
    switch (button.type) {
      case 'url':
        return (
          <LinkChoice key={index} icon={<ExternalLink aria-hidden />} href={button.url}>
            {button.title}
          </LinkChoice>
        )
      case 'phone':
        return (
          <LinkChoice
            key={index}
            icon={<Phone aria-hidden />}
            href={`tel:${button.phone.replace(/[^\d+]/gu, '')}`}
          >
            {button.title}
          </LinkChoice>
        )
      default:
        return (
          <Choice
            key={index}
            icon={<Reply className="rtl:-scale-x-100" aria-hidden />}
            onTap={onTap && (() => onTap({ type: 'button', id: button.id, title: button.title }))}
          >
            {button.title}
          </Choice>
        )
    }
  })
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
