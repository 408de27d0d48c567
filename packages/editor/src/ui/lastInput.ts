/** What was used last. A browser's `:focus-visible` does not tell: it holds for every focus that a script sets first. */
let last: 'keyboard' | 'pointer' = 'keyboard'

// Tests of what needs no page import this by way of the menus, and have no document.
if (typeof document !== 'undefined') {
  document.addEventListener('keydown', () => (last = 'keyboard'), { capture: true })
  document.addEventListener('pointerdown', () => (last = 'pointer'), { capture: true })
}

export const lastInput = (): 'keyboard' | 'pointer' => last
