const MOST_LINES = 2
const MOST_TITLES = 5_000
const wrappedByTitle = new Map<string, readonly string[]>()

/** A title in as many lines as a card has room for; `width` in units of the canvas, with the font set. */
export function wrapTitle(
  context: CanvasRenderingContext2D,
  title: string,
  width: number,
): readonly string[] {
  const known = wrappedByTitle.get(title)
  if (known) return known
  const lines: string[] = []
  let line = ''
  for (const word of title.split(/\s+/u)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && context.measureText(longer).width > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  lines.push(line)
  const shown = lines.slice(0, MOST_LINES).map((each) => shortened(context, each, width))
  if (wrappedByTitle.size > MOST_TITLES) wrappedByTitle.clear()
  wrappedByTitle.set(title, shown)
  return shown
}

function shortened(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text
  const letters = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
  while (letters.length > 1 && context.measureText(`${letters.join('')}…`).width > width) {
    letters.pop()
  }
  return `${letters.join('')}…`
}
