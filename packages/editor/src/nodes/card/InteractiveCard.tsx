import type { NodeHeader } from '@parley/shared'
import type { ReactNode } from 'react'
import { bubbleHeight, LINE_HEIGHT, lineCount } from './metrics.ts'
import { Bubble } from './parts.tsx'
import { Thumb, thumbHeight } from './Thumb.tsx'

const GAP = 4

/** What messages with something to tap have in common. */
interface InteractiveData {
  readonly text: string
  readonly header: NodeHeader | null
  readonly footer: string
}

/** Height that a message's header adds to its bubble. */
function headerHeight(header: NodeHeader | null): number {
  if (header === null) return 0
  return header.type === 'text' ? LINE_HEIGHT : thumbHeight(header.type) + GAP
}

/** The bubble of a message with header and text; what can be tapped stands below it as ways out. */
export function InteractiveCard({
  name = 'text',
  data,
  placeholder,
  action,
}: {
  /** Which text of the node it shows; null when it cannot be written here. */
  name?: string | null
  data: InteractiveData
  placeholder: string
  /** A button within the bubble; see `BubbleAction`. */
  action?: ReactNode
}) {
  const { header, text, footer } = data
  return (
    <Bubble
      {...(name !== null && { name })}
      text={text}
      lines={lineCount(text, 5)}
      placeholder={placeholder}
      action={
        <>
          {footer !== '' && (
            <p
              className="truncate text-[0.6875rem] text-bubble-meta"
              style={{ height: LINE_HEIGHT }}
              dir="auto"
            >
              {footer}
            </p>
          )}
          {action}
        </>
      }
    >
      {header?.type === 'text' && (
        <p className="truncate font-semibold" style={{ height: LINE_HEIGHT }} dir="auto">
          {header.text}
        </p>
      )}
      {header && header.type !== 'text' && (
        <div style={{ marginBottom: GAP }}>
          <Thumb
            kind={header.type}
            source={header.source}
            {...(header.type === 'document' && { filename: header.filename })}
          />
        </div>
      )}
    </Bubble>
  )
}

export const interactiveHeight = ({ header, text, footer }: InteractiveData): number =>
  headerHeight(header) + bubbleHeight(text) + (footer === '' ? 0 : LINE_HEIGHT)
