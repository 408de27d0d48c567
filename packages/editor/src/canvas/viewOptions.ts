import { create } from 'zustand'
import { persist } from 'zustand/middleware'

/** How somebody likes the canvas; kept in the browser. */
interface ViewOptions {
  readonly isSnapping: boolean
  /** Whether lines show with what a dragged card is in line, and draw it there. */
  readonly hasGuides: boolean
  readonly hasMap: boolean
  readonly isPaletteOpen: boolean
}

export const useViewOptions = create<ViewOptions>()(
  persist(
    (): ViewOptions => ({ isSnapping: true, hasGuides: true, hasMap: true, isPaletteOpen: true }),
    {
      name: 'parley.canvas',
    },
  ),
)
