import type { ContentHeader, ContentOf } from '@parley/shared'
import { ExternalLink, Phone, Reply } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { Choice, LinkChoice, type OnTap } from './Choice.tsx'
import { FormattedText } from './FormattedText.tsx'
import { DocumentTile, Picture } from './MediaViews.tsx'

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
