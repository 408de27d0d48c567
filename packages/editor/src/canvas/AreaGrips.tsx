import type { DraftNode } from '@parley/shared/draft'
import { useStoreApi } from '@xyflow/react'
import type { PointerEvent } from 'react'
import type { Stop } from './alignment.ts'
import type { Box } from './box.ts'
import { useFlowEditor } from './FlowEditor.ts'
import { helpAligning } from './guides.ts'
import { GRID } from './places.ts'
import { areaOf, setArea } from './sections.ts'
import { useViewOptions } from './viewOptions.ts'

/** Which sides of an area move: -1 the first, 1 the last, 0 none of the two. */
interface Grip {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

const GRIPS: readonly (Grip & { readonly className: string })[] = [
  { x: -1, y: 0, className: 'inset-y-0 -left-1.5 w-3 cursor-ew-resize' },
  { x: 1, y: 0, className: 'inset-y-0 -right-1.5 w-3 cursor-ew-resize' },
  { x: 0, y: -1, className: 'inset-x-0 -top-1.5 h-3 cursor-ns-resize' },
  { x: 0, y: 1, className: 'inset-x-0 -bottom-1.5 h-3 cursor-ns-resize' },
  { x: -1, y: -1, className: '-top-2.5 -left-2.5 size-5 cursor-nwse-resize' },
  { x: 1, y: 1, className: '-right-2.5 -bottom-2.5 size-5 cursor-nwse-resize' },
  { x: 1, y: -1, className: '-top-2.5 -right-2.5 size-5 cursor-nesw-resize' },
  { x: -1, y: 1, className: '-bottom-2.5 -left-2.5 size-5 cursor-nesw-resize' },
]

/** The border of a section, by which it is made larger and smaller. The form has its size in numbers. */
export function AreaGrips({ node }: { node: DraftNode }) {
  const editor = useFlowEditor()
  const flow = useStoreApi()

  const pull = (event: PointerEvent<HTMLElement>, grip: Grip) => {
    if (event.button !== 0) return
    event.stopPropagation()
    const { currentTarget: element, pointerId, clientX, clientY } = event
    const before = areaOf(node)
    element.setPointerCapture(pointerId)
    let now = before
    const help = helpAligning(editor, [node.id])
    const stops = { x: STOPS[grip.x], y: STOPS[grip.y] }
    const move = (moved: globalThis.PointerEvent) => {
      const zoom = flow.getState().transform[2]
      const by = { x: (moved.clientX - clientX) / zoom, y: (moved.clientY - clientY) / zoom }
      now = pulled(before, grip, by, useViewOptions.getState().isSnapping ? GRID : 1)
      if (help) now = pulled(now, grip, help.pull(now, stops), 1)
      editor.canvas.setArea({ id: node.id, box: now })
    }
    const stop = (ended: globalThis.PointerEvent) => {
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerup', stop)
      element.removeEventListener('pointercancel', stop)
      const isDone = ended.type === 'pointerup' && now !== before
      if (isDone) editor.edit(setArea(editor.draft(), node.id, now))
      editor.canvas.setArea(null)
      help?.stop()
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerup', stop)
    element.addEventListener('pointercancel', stop)
  }
  return GRIPS.map(({ className, ...grip }) => (
    <span
      key={className}
      aria-hidden
      data-grip={`${grip.x},${grip.y}`}
      className={`nodrag nopan pointer-events-auto absolute touch-none ${className}`}
      onPointerDown={(event) => pull(event, grip)}
    />
  ))
}

/** The side of an area that a grip moves. */
const STOPS: Readonly<Record<Grip['x'], readonly Stop[]>> = { [-1]: ['start'], 0: [], 1: ['end'] }

const LEAST = { width: 160, height: 96 }

/** An area after some of its sides have been moved, never smaller than it may be. */
export function pulled(
  before: Box,
  grip: Grip,
  by: { readonly x: number; readonly y: number },
  grid: number,
): Box {
  const across = side(before.x, before.width, grip.x, by.x, { least: LEAST.width, grid })
  const down = side(before.y, before.height, grip.y, by.y, { least: LEAST.height, grid })
  return { x: across.start, width: across.length, y: down.start, height: down.length }
}

function side(
  start: number,
  length: number,
  which: -1 | 0 | 1,
  by: number,
  { least, grid }: { readonly least: number; readonly grid: number },
): { start: number; length: number } {
  const snapped = (at: number) => Math.round(at / grid) * grid
  const end = start + length
  if (which === 1) return { start, length: Math.max(least, snapped(end + by) - start) }
  if (which === 0) return { start, length }
  const first = Math.min(snapped(start + by), end - least)
  return { start: first, length: end - first }
}
