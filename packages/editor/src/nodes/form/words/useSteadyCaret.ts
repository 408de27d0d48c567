import { type RefObject, useLayoutEffect, useRef } from 'react'

type TextControl = HTMLTextAreaElement | HTMLInputElement

/**
 * Keeps the caret at its words when somebody else changes the text of a field that has the focus; a browser puts it at
 * the end. Gives a function to be called whenever the person types or moves the caret.
 */
export function useSteadyCaret(
  control: RefObject<TextControl | null>,
  value: string,
): (element: TextControl) => void {
  const seen = useRef({ value, start: 0, end: 0 })
  useLayoutEffect(() => {
    const { current: element } = control
    const before = seen.current
    if (!element || before.value === value) return
    const start = shiftCaret(before.value, value, before.start)
    const end = shiftCaret(before.value, value, before.end)
    seen.current = { value, start, end }
    if (document.activeElement === element) element.setSelectionRange(start, end)
  }, [control, value])
  return (element) => {
    seen.current = {
      value: element.value,
      start: element.selectionStart ?? 0,
      end: element.selectionEnd ?? 0,
    }
  }
}

/** Where a caret belongs after one stretch of a text has been replaced. */
export function shiftCaret(before: string, after: string, caret: number): number {
  let same = 0
  while (same < before.length && same < after.length && before[same] === after[same]) same += 1
  if (caret <= same) return caret
  const fromEnd = before.length - caret
  let tail = 0
  while (
    tail < before.length - same &&
    tail < after.length - same &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  ) {
    tail += 1
  }
  // In the middle of what was replaced: behind what took its place.
  return fromEnd <= tail ? after.length - fromEnd : after.length - tail
}
