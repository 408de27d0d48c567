import { CircleAlert } from 'lucide-react'
import type { RefObject } from 'react'
import { cn } from '../../ui/cn.ts'

/** Room to write in, however little stands there. */
const LEAST_LINES = 10

/** The script of a test with the numbers of its lines; the one where it fails stands out. */
export function ScriptEditor({
  id,
  input,
  script,
  failingLine,
  describedBy,
  isReadOnly,
  onChange,
}: {
  id: string
  input: RefObject<HTMLTextAreaElement | null>
  script: string
  failingLine: number | null
  /** Element that says how the test ends. */
  describedBy: string
  isReadOnly: boolean
  onChange: (script: string) => void
}) {
  const count = script.split('\n').length
  const height = Math.max(LEAST_LINES, count)
  return (
    <div
      dir="ltr"
      className="flex max-h-[40dvh] overflow-y-auto rounded-control border border-line-strong/70 bg-surface font-mono text-xs leading-5 focus-within:outline-2 focus-within:outline-primary"
    >
      <ol aria-hidden className="min-w-9 shrink-0 bg-sunken py-2 text-end select-none">
        {Array.from({ length: count }, (_, index) => (
          <li
            key={index}
            className={cn(
              'flex h-5 items-center justify-end gap-1 px-1.5 text-ink-muted',
              index + 1 === failingLine && 'bg-danger-soft font-bold text-on-danger-soft',
            )}
          >
            {index + 1 === failingLine && <CircleAlert className="size-3" />}
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={input}
        id={id}
        // The frame around both shows the focus, and both scroll together.
        className="min-w-0 flex-1 resize-none overflow-x-auto overflow-y-hidden bg-transparent px-2.5 py-2 text-ink outline-none"
        style={{ height: `${height * 1.25 + 1.5}rem` }}
        wrap="off"
        spellCheck={false}
        maxLength={20_000}
        readOnly={isReadOnly}
        aria-describedby={describedBy}
        aria-invalid={failingLine !== null}
        value={script}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
