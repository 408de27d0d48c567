import { cn } from './cn.ts'

/** A key combination written `mod+shift+z`; `mod` is ⌘ on Apple machines and Ctrl elsewhere. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <kbd dir="ltr" className={cn('inline-flex items-center gap-0.5 font-sans text-xs', className)}>
      {keys.split(BETWEEN_KEYS).map((key) => (
        <span
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-current/25 px-1"
        >
          {keyName(key)}
        </span>
      ))}
    </kbd>
  )
}

/** A plus, unless it is the key itself, which comes last. */
const BETWEEN_KEYS = /\+(?!$)/u

/** True on machines whose command key is ⌘. */
export const isApple = (): boolean => /mac|iphone|ipad/i.test(navigator.platform)

const NAMES: Readonly<Record<string, string>> = {
  shift: '⇧',
  enter: '↵',
  backspace: '⌫',
  escape: 'Esc',
  delete: 'Del',
  space: 'Space',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
}

function keyName(key: string): string {
  if (key === 'mod') return isApple() ? '⌘' : 'Ctrl'
  if (key === 'alt') return isApple() ? '⌥' : 'Alt'
  return NAMES[key] ?? key.toUpperCase()
}
