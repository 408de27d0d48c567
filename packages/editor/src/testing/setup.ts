import './texts.ts'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// What appears by and by does so within milliseconds, except on a busy machine.
configure({ asyncUtilTimeout: 10_000 })
afterEach(() => cleanup())

// jsdom lays nothing out; Radix and cmdk only need these to exist.
class NoResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoResizeObserver
const missing = {
  scrollIntoView: () => undefined,
  hasPointerCapture: () => false,
  releasePointerCapture: () => undefined,
}
for (const [name, value] of Object.entries(missing)) {
  if (!(name in Element.prototype)) Object.defineProperty(Element.prototype, name, { value })
}
window.matchMedia ??= (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})
