import { cn } from '../../../ui/cn.ts'
import { useFieldControl } from '../../../ui/fieldContext.ts'
import { CONTROL } from '../../../ui/Input.tsx'
import type { Words } from './useWords.ts'

/** The box that words are written into. Of one line or several, it is as high as what is in it. */
export function WordsControl({
  control,
  rows,
  placeholder,
  isCode = false,
  className,
}: {
  control: Words['control']
  /** How high it is at least; 1: a text of one line. */
  rows: number
  placeholder?: string | undefined
  isCode?: boolean | undefined
  className?: string
}) {
  return (
    <textarea
      {...useFieldControl()}
      {...control}
      rows={rows}
      placeholder={placeholder}
      dir={isCode ? 'ltr' : 'auto'}
      spellCheck={!isCode}
      {...(rows === 1 && { enterKeyHint: 'done' as const })}
      className={cn(
        CONTROL,
        'field-sizing-content max-h-80 resize-none px-3 py-[0.4375rem] leading-relaxed pointer-coarse:py-2.5',
        isCode && 'font-mono md:text-[0.8125rem]',
        className,
      )}
      // A field that is sized by its content takes no notice of `rows`.
      style={{ minHeight: `calc(${rows} * 1.625em + 0.875rem)` }}
    />
  )
}
