import { type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import { cn } from '../../../ui/cn.ts'
import { highlight, type Look, type Stretch } from './highlight.ts'
import { keepWidths } from './keepWidths.ts'

/**
 * The words of a text control once more, over it and formatted, while those of the control itself are transparent: so
 * caret, selection, spelling and everything else stay the browser's. For the eye alone.
 */
export function Highlighted({
  text,
  hasFormatting,
  control,
  className,
}: {
  text: string
  hasFormatting: boolean
  control: RefObject<HTMLTextAreaElement | null>
  /** Whatever decides where a letter of the control stands. */
  className: string
}) {
  const layer = useRef<HTMLDivElement>(null)
  const stretches = useMemo(() => highlight(text, { hasFormatting }), [text, hasFormatting])
  useLayoutEffect(() => {
    const { current: element } = layer
    if (element) keepWidths(element)
  }, [stretches])
  useLayoutEffect(() => {
    const element = control.current
    const over = layer.current
    if (!element || !over) return undefined
    const follow = () => {
      // A scroll bar leaves less room for words.
      if (element.clientWidth > 0) over.style.width = `${element.clientWidth}px`
      over.style.left = `${element.clientLeft}px`
      over.scrollTop = element.scrollTop
    }
    follow()
    element.addEventListener('scroll', follow)
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(follow)
    observer?.observe(element)
    return () => {
      element.removeEventListener('scroll', follow)
      observer?.disconnect()
    }
  })
  return (
    <div
      ref={layer}
      aria-hidden
      className={cn(
        'pointer-events-none absolute inset-y-px overflow-hidden break-words whitespace-pre-wrap text-ink [unicode-bidi:plaintext]',
        className,
      )}
      dir="auto"
    >
      {stretches.map((stretch, index) => (
        <StretchView key={index} stretch={stretch} />
      ))}
      {/* A line break at the end of a text shows a line only when something follows. */}
      {'\u200b'}
    </div>
  )
}

function StretchView({ stretch: { text, look } }: { stretch: Stretch }) {
  const className = classOf(look)
  if (className === '') return text
  if (!look.italic && !look.code) return <span className={className}>{text}</span>
  return text.split(/(\s+)/u).map((word, index) => (
    <span key={index} className={className} data-keeps-width={word.trim() !== '' || undefined}>
      {word}
    </span>
  ))
}

/** Nothing here may take more or less room than the plain letters, or the caret would not stand where it seems to. */
const classOf = (look: Look): string =>
  cn(
    look.bold && '[-webkit-text-stroke:0.035em_currentColor]',
    look.italic && 'italic',
    look.strike && 'line-through',
    look.code && 'rounded-xs bg-ink/8 font-mono',
    look.quote && 'text-ink-muted',
    look.mark && 'text-ink-faint',
    look.variable &&
      'rounded-xs bg-primary/12 text-primary shadow-[0_0_0_1px] shadow-primary/12 [box-decoration-break:clone]',
  )
