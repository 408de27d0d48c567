import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePlus,
  type LucideIcon,
  Pencil,
} from 'lucide-react'
import { createStore } from 'zustand/vanilla'
import type { PlainKey } from '../i18n/t.ts'

/** What is said of a node or a line on the canvas itself: how two versions differ there, or whether tests come by. */
export type Mark = 'added' | 'removed' | 'changed' | 'covered' | 'uncovered'

export interface MarksState {
  readonly nodes: ReadonlyMap<string, Mark>
  readonly edges: ReadonlyMap<string, Mark>
}

export const NO_MARKS: MarksState = { nodes: new Map(), edges: new Map() }

export const createMarks = () => createStore<MarksState>(() => NO_MARKS)

/**
 * How a mark looks. Colours alone do not say it: each has words, an icon and a kind of line of its own. The lines between
 * nodes have theirs in `canvas.css`, those of pictures in `far/drawMarks.ts`.
 */
export const MARK_LOOKS = {
  added: {
    label: 'canvas.marks.added',
    icon: CirclePlus,
    outline: 'outline-solid outline-success',
    badge: 'bg-success-soft text-on-success-soft border-success',
  },
  removed: {
    label: 'canvas.marks.removed',
    icon: CircleMinus,
    outline: 'outline-dashed outline-danger is-hatched',
    badge: 'bg-danger-soft text-on-danger-soft border-danger',
  },
  changed: {
    label: 'canvas.marks.changed',
    icon: Pencil,
    outline: 'outline-double outline-warning',
    badge: 'bg-warning-soft text-on-warning-soft border-warning',
  },
  covered: {
    label: 'canvas.marks.covered',
    icon: CircleCheck,
    outline: 'outline-solid outline-success',
    badge: 'bg-success-soft text-on-success-soft border-success',
  },
  uncovered: {
    label: 'canvas.marks.uncovered',
    icon: CircleDashed,
    outline: 'outline-dashed outline-warning',
    badge: 'bg-warning-soft text-on-warning-soft border-warning',
  },
} as const satisfies Readonly<
  Record<Mark, { label: PlainKey; icon: LucideIcon; outline: string; badge: string }>
>
