/** Widths by font and word; words come again with every letter that is typed. */
const known = new Map<string, number>()
const MAX_KNOWN = 5_000
let canvas: OffscreenCanvasRenderingContext2D | null = null

/**
 * Spaces the letters of words in italics and monospace so that each word is as wide as in the plain letters around it:
 * lines break and the caret stands as if nothing was formatted.
 */
export function keepWidths(layer: HTMLElement): void {
  const words = layer.querySelectorAll<HTMLElement>('[data-keeps-width]')
  // Without a canvas there is no layout either, as in tests.
  if (words.length === 0 || typeof OffscreenCanvas === 'undefined') return
  canvas ??= new OffscreenCanvas(1, 1).getContext('2d')
  const plain = fontOf(layer)
  for (const word of words) {
    const text = word.textContent ?? ''
    const difference = widthOf(text, plain) - widthOf(text, fontOf(word))
    const spacing = difference / Math.max(1, text.length)
    word.style.letterSpacing = Math.abs(spacing) < 0.01 ? '' : `${spacing}px`
  }
}

function fontOf(element: HTMLElement): string {
  const { fontStyle, fontSize, fontFamily } = getComputedStyle(element)
  return `${fontStyle} ${fontSize} ${fontFamily}`
}

function widthOf(text: string, font: string): number {
  const key = `${font} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (!canvas) return 0
  canvas.font = font
  const { width } = canvas.measureText(text)
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(key, width)
  return width
}
