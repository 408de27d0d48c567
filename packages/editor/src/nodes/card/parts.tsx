import type { ReactNode } from 'react'
import { cn } from '../../ui/cn.ts'
import { CardText } from './CardText.tsx'
import { LINE_HEIGHT } from './metrics.ts'
import { Words } from './Words.tsx'

/** Words as the contact sees them, in a bubble; variables stand out. `lines` is what the card has room for. */
export const Bubble = ({
  name,
  text,
  lines,
  placeholder,
  children,
  action,
}: {
  /** Which text of the node it is, when it can be written on the card. */
  name?: string
  text: string
  lines: number
  placeholder: string
  /** Above the words: a header. */
  children?: ReactNode
  /** Below the words: what can be tapped in the bubble itself. */
  action?: ReactNode
}) => (
  <div className="overflow-hidden rounded-lg rounded-se-sm bg-bubble-out px-2.5 py-1.5 text-[0.8125rem] leading-[18px] text-bubble-ink">
    {children}
    <Words
      name={name}
      placeholder={placeholder}
      className={cn(
        'overflow-hidden break-words whitespace-pre-line',
        !text && 'text-bubble-meta italic',
      )}
      style={{
        display: '-webkit-box',
        WebkitBoxOrient: 'vertical',
        WebkitLineClamp: lines,
        height: lines * LINE_HEIGHT,
      }}
    >
      {text ? <CardText text={text} /> : placeholder}
    </Words>
    {action}
  </div>
)

/** A quiet line of text about what a node does. */
export const Line = ({
  icon,
  children,
  isMissing = false,
}: {
  icon?: ReactNode
  children: ReactNode
  /** Something that the author still has to fill in. */
  isMissing?: boolean
}) => (
  <p
    className={cn(
      'flex h-6 items-center gap-1.5 text-xs text-ink-muted [&_svg]:size-3.5 [&_svg]:shrink-0 [&_svg]:text-ink-faint',
      isMissing && 'text-ink-faint italic',
    )}
  >
    {icon}
    <span className="min-w-0 truncate" dir="auto">
      {children}
    </span>
  </p>
)
export const LINE = 24

/** A name of a variable, set off from words. */
export const Name = ({ children }: { children: string }) => (
  <span className="rounded bg-sunken px-1 font-mono text-xs text-ink">{children}</span>
)

/** Words that a contact writes, set off from ours. In the font of the rest: code fonts tear Arabic letters apart. */
export const Keyword = ({ children }: { children: string }) => (
  <bdi className="rounded bg-sunken px-1 text-xs text-ink">{children}</bdi>
)

/** Height of {@link BubbleAction}. */
export const ACTION_HEIGHT = 34

/** A button within a bubble, as phones show links and lists. */
export const BubbleAction = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => (
  <div className="-mx-2.5 -mb-1.5 pt-1" style={{ height: ACTION_HEIGHT }}>
    <div className="flex h-full items-center justify-center gap-1.5 border-t border-bubble-ink/12 px-2.5 font-medium text-bubble-link [&_svg]:size-3.5 [&_svg]:shrink-0">
      {icon}
      {children}
    </div>
  </div>
)
