import { type ComponentProps, useRef } from 'react'
import { Textarea } from '../../ui/Textarea.tsx'

const PLACE = /(\{\{\s*[A-Za-z0-9_]+\s*\}\})/u

/** A field for words in which {{places}} are marked while one types. */
export function PlacesTextarea({
  value,
  ...rest
}: Omit<ComponentProps<typeof Textarea>, 'value'> & { value: string }) {
  const ground = useRef<HTMLDivElement>(null)
  return (
    <div className="relative">
      {/* The same words at the same places behind the field, where their ground can be coloured. */}
      <div
        ref={ground}
        aria-hidden
        dir="auto"
        className="pointer-events-none absolute inset-0 overflow-hidden rounded-control border border-transparent bg-surface px-3 py-2 text-start text-base leading-relaxed break-words whitespace-pre-wrap text-transparent md:text-sm"
      >
        {value.split(PLACE).map((part, index) =>
          index % 2 === 0 ? (
            part
          ) : (
            <mark key={index} className="rounded bg-primary-soft text-transparent">
              {part}
            </mark>
          ),
        )}
      </div>
      <Textarea
        value={value}
        className="relative block max-h-none bg-transparent"
        onScroll={(event) => {
          if (ground.current) ground.current.scrollTop = event.currentTarget.scrollTop
        }}
        {...rest}
      />
    </div>
  )
}
