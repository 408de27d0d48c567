import { useCallback, useRef } from 'react'

/** Clicks that are no further apart are a double click. */
export const DOUBLE_CLICK_MS = 300
/** A finger hits the same spot this exactly, in pixels. */
const TAP_REACH = 24

/** A press as React Flow tells it. */
export interface PressEvent {
  readonly target: EventTarget
  readonly nativeEvent: MouseEvent
  readonly clientX: number
  readonly clientY: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

/** True for the second tap of a finger on the same spot: browsers make a double click of two clicks of a mouse only. */
export function useSecondTap(): (event: PressEvent) => boolean {
  const last = useRef({ x: 0, y: 0, at: -Infinity })
  return useCallback(({ nativeEvent, clientX: x, clientY: y }) => {
    const isTouch = nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch'
    const before = last.current
    const at = nativeEvent.timeStamp
    const isSecond =
      isTouch &&
      at - before.at <= DOUBLE_CLICK_MS &&
      Math.hypot(x - before.x, y - before.y) <= TAP_REACH
    last.current = isSecond ? { x, y, at: -Infinity } : { x, y, at }
    return isSecond
  }, [])
}
