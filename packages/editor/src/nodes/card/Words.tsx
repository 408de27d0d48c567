import { type CSSProperties, type ReactNode, useContext } from 'react'
import { cn } from '../../ui/cn.ts'
import { CardWritingContext } from './cardWriting.ts'
import { WordsInPlace } from './WordsInPlace.tsx'

/** Words on a card. With a `name` they can be written right there. */
export function Words({
  name,
  placeholder,
  className,
  style,
  children,
}: {
  /** Which text of the node; see `wordsKey`. */
  name?: string | undefined
  placeholder: string
  className?: string
  style?: CSSProperties
  children: ReactNode
}) {
  const writing = useContext(CardWritingContext)
  if (name !== undefined && writing?.key === name) {
    return <WordsInPlace writing={writing} placeholder={placeholder} className={className} />
  }
  return (
    <p dir="auto" data-words={name} className={cn('text-start', className)} style={style}>
      {children}
    </p>
  )
}
