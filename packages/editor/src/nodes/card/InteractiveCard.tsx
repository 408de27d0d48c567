import type { NodeHeader } from '@parley/shared'
import { bubbleHeight, LINE_HEIGHT, lineCount } from './metrics.ts'
import { Bubble, THUMB_HEIGHT, Thumb } from './parts.tsx'

const GAP = 4

/** Height that a message's header adds to its bubble. */
function headerHeight(header: NodeHeader | null): number {
  if (header === null) return 0
  return header.type === 'text' ? LINE_HEIGHT : THUMB_HEIGHT + GAP
}

/** The bubble of a message with header and text; what can be tapped stands below it as ways out. */
export function InteractiveCard({
  name = 'text',
  data,
  placeholder,
}: {
  /** Which text of the node it shows; null when it cannot be written here. */
  name?: string | null
  data: { readonly text: string; readonly header: NodeHeader | null }
  placeholder: string
}) {
  const { header, text } = data
  return (
    <Bubble
      {...(name !== null && { name })}
      text={text}
      lines={lineCount(text, 5)}
      placeholder={placeholder}
    >
      {header?.type === 'text' && (
        <p className="truncate font-semibold" style={{ height: LINE_HEIGHT }} dir="auto">
          {header.text}
        </p>
      )}
      {header && header.type !== 'text' && (
        <div style={{ marginBottom: GAP }}>
          <Thumb kind={header.type} source={header.source} />
        </div>
      )}
    </Bubble>
  )
}

export const interactiveHeight = (data: {
  readonly text: string
  readonly header: NodeHeader | null
}): number => headerHeight(data.header) + bubbleHeight(data.text)
