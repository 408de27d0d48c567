import type { ComponentProps } from 'react'
import { cn } from './cn.ts'
import { useFieldControl } from './fieldContext.ts'
import { CONTROL, directionOf } from './Input.tsx'

/** Several lines of text; grows with its content up to `max-h-*` where the browser can. */
export function Textarea({ className, rows = 3, style, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...useFieldControl()}
      dir={directionOf(rest.value)}
      rows={rows}
      className={cn(CONTROL, 'field-sizing-content max-h-80 px-3 py-2 leading-relaxed', className)}
      // A field that is sized by its content takes no notice of `rows`.
      style={{ minHeight: `calc(${rows} * 1.625em + 1rem)`, ...style }}
      {...rest}
    />
  )
}
