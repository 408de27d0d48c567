import { cn } from './cn.ts'

/** The initials of a person or thing on a colour that stays the same for the same name. Decorative: say the name beside it. */
export function Avatar({
  name,
  size = 'md',
  shape = 'circle',
  className,
}: {
  name: string
  size?: 'sm' | 'md' | 'lg'
  shape?: 'circle' | 'square'
  className?: string
}) {
  return (
    <span
      aria-hidden
      // Drawn by the style sheet: as text, the initials would be part of what a button shows, but not of its name.
      data-initials={initials(name)}
      className={cn(
        'inline-flex before:content-[attr(data-initials)] shrink-0 items-center justify-center font-semibold select-none',
        shape === 'circle' ? 'rounded-full' : 'rounded-lg',
        SIZES[size],
        HUES[hash(name) % HUES.length],
        className,
      )}
    />
  )
}

/** Up to two letters: first of the first and of the last word; the last two digits of a phone number. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean)
  if (words.length === 0) return '?'
  if (/^\+?\d[\d\s()-]*$/u.test(name)) return name.replace(/\D/gu, '').slice(-2)
  const result = firstLetter(words[0]) + (words.length > 1 ? firstLetter(words.at(-1)) : '')
  return result.toLocaleUpperCase() || '?'
}

/** The first letter as a reader sees it: one grapheme, past opening punctuation. */
function firstLetter(word = ''): string {
  const letters = word.replace(/^[^\p{L}\p{N}]+/u, '')
  // Plain letters are one grapheme each, and the first page waits for no dictionary.
  if (/^[a-z]{2}/iu.test(letters)) return letters.charAt(0)
  const [first] = new Intl.Segmenter().segment(letters)
  return first?.segment ?? ''
}

function hash(text: string): number {
  let value = 0
  for (const character of text) value = (value * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return value
}

const SIZES = {
  sm: 'size-7 text-[0.6875rem]',
  md: 'size-9 text-xs',
  lg: 'size-14 text-lg',
} as const
const HUES = [
  'bg-primary-soft text-on-primary-soft',
  'bg-warning-soft text-on-warning-soft',
  'bg-success-soft text-on-success-soft',
  'bg-info-soft text-on-info-soft',
  'bg-danger-soft text-on-danger-soft',
] as const
