import type { ContentOf, InboundContent, MediaContent } from '@parley/shared'
import { MousePointerClick, Vote } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatList } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { ContactsView, LocationView } from './CardViews.tsx'
import type { OnTap } from './Choice.tsx'
import { ButtonsChoices, CtaUrlChoice, InteractiveBody, TemplateChoices } from './ChoiceViews.tsx'
import { FormattedText } from './FormattedText.tsx'
import { MediaView } from './MediaViews.tsx'
import { ListChoices, PollView } from './RowViews.tsx'

export interface ContentHandlers {
  /** An option was tapped. Absent: options can be read, not tapped. */
  readonly onTap?: OnTap | undefined
  /** Shows a list's rows elsewhere, for example in a sheet; absent: they open in the bubble. */
  readonly onOpenList?: ((list: ContentOf<'list'>) => void) | undefined
}

/** How one type of content looks: `body` inside the bubble's padding, `choices` from edge to edge under it. */
export interface ContentParts {
  readonly body: ReactNode
  readonly choices?: ReactNode
}

type Renderers = {
  readonly [Type in InboundContent['type']]: (
    content: Extract<InboundContent, { type: Type }>,
    handlers: ContentHandlers,
  ) => ContentParts
}

export function renderContent(content: InboundContent, handlers: ContentHandlers): ContentParts {
  // The compiler does not see that the renderer found under a content's type takes that content.
  const render = RENDERERS[content.type] as (
    content: InboundContent,
    handlers: ContentHandlers,
  ) => ContentParts
  return render(content, handlers)
}

const media = (content: MediaContent): ContentParts => ({
  body: (
    <div className="flex flex-col gap-1">
      <MediaView content={content} />
      {'caption' in content && content.caption && <FormattedText text={content.caption} />}
    </div>
  ),
})

const RENDERERS: Renderers = {
  text: ({ text }) => ({ body: <FormattedText text={text} /> }),
  image: media,
  video: media,
  audio: media,
  voice: media,
  document: media,
  sticker: media,
  location: (content) => ({ body: <LocationView content={content} /> }),
  contacts: (content) => ({ body: <ContactsView content={content} /> }),
  poll: (content, { onTap }) => ({ body: <PollView content={content} onTap={onTap} /> }),
  reaction: ({ emoji }) => ({
    body: <Event>{emoji ? t('message.reacted', { emoji }) : t('message.reactionTaken')}</Event>,
  }),
  buttons: (content, { onTap }) => ({
    body: <InteractiveBody {...content} />,
    choices: <ButtonsChoices content={content} onTap={onTap} />,
  }),
  list: (content, handlers) => ({
    body: <InteractiveBody {...content} />,
    choices: <ListChoices content={content} {...handlers} />,
  }),
  ctaUrl: (content) => ({
    body: <InteractiveBody {...content} />,
    choices: <CtaUrlChoice content={content} />,
  }),
  template: (content, { onTap }) => ({
    body: <InteractiveBody {...content} />,
    choices: content.buttons?.length ? <TemplateChoices content={content} onTap={onTap} /> : null,
  }),
  tap: ({ title }) => ({
    body: (
      <div className="flex items-center gap-2">
        <MousePointerClick className="size-4 shrink-0 text-bubble-meta" aria-hidden />
        <span className="sr-only">{t('message.tapped')}</span>
        <span dir="auto">{title}</span>
      </div>
    ),
  }),
  pollVote: ({ options }) => ({
    body: (
      <div className="flex items-center gap-2">
        <Vote className="size-4 shrink-0 text-bubble-meta" aria-hidden />
        {options.length > 0
          ? t('message.voted', { options: formatList(options) })
          : t('message.voteTaken')}
      </div>
    ),
  }),
  unsupported: ({ description }) => ({
    body: <Event>{description || t('message.unsupported')}</Event>,
  }),
}

const Event = ({ children }: { children: ReactNode }) => (
  <p className="text-bubble-meta italic">{children}</p>
)
