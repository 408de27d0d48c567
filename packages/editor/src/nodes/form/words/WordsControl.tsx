import { useRef } from 'react'
import { cn } from '../../../ui/cn.ts'
import { useFieldControl } from '../../../ui/fieldContext.ts'
import { CONTROL } from '../../../ui/Input.tsx'
import { Highlighted } from './Highlighted.tsx'
import type { Words } from './useWords.ts'

/** The box that words are written into, shown formatted. Of one line or several, it is as high as what is in it. */
export function WordsControl({
  control,
  rows,
  placeholder,
  hasFormatting = false,
  hasVariables = false,
  isCode = false,
  className,
}: {
  control: Words['control']
  /** How high it is at least; 1: a text of one line. */
  rows: number
  placeholder?: string | undefined
  /** Bold is shown bold, and so on. */
  hasFormatting?: boolean
  /** What will be filled in stands out. */
  hasVariables?: boolean
  isCode?: boolean | undefined
  className?: string
}) {
  const element = useRef<HTMLTextAreaElement | null>(null)
  const isShownOver =
    (hasFormatting || (hasVariables && !isCode)) && LOOKS_LIKE_MORE.test(control.value)
  return (
    <>
      <textarea
        {...useFieldControl()}
        {...control}
        ref={(next) => {
          element.current = next
          control.ref(next)
        }}
        rows={rows}
        placeholder={placeholder}
        dir={isCode ? 'ltr' : 'auto'}
        spellCheck={!isCode}
        {...(rows === 1 && { enterKeyHint: 'done' as const })}
        className={cn(
          CONTROL,
          'block field-sizing-content max-h-80 resize-none',
          LETTERS,
          isCode && 'font-mono md:text-[0.8125rem]',
          isShownOver && 'text-transparent caret-ink',
          className,
        )}
        // A field that is sized by its content takes no notice of `rows`.
        style={{ minHeight: `calc(${rows} * 1.625em + 0.875rem)` }}
      />
      {isShownOver && (
        <Highlighted
          text={control.value}
          hasFormatting={hasFormatting}
          control={element}
          className={LETTERS}
        />
      )}
    </>
  )
}

/** Where the letters stand: the same for the control and for what is shown over it. */
const LETTERS = 'px-3 py-[0.4375rem] text-base leading-relaxed md:text-sm pointer-coarse:py-2.5'

/** Texts without any of these signs look as they are. */
const LOOKS_LIKE_MORE = /[*_~`{]|^[->\d]/mu
