/** How long what had the focus may take to be there again. */
const PATIENCE_MS = 2_000

/**
 * Notes which control has the focus, and how far the page is scrolled. The result puts both back once the page has been
 * drawn anew with the same structure: the control is known by its place, as nothing else of it lasts.
 */
export function keepFocus(root: HTMLElement): () => Promise<void> {
  const { activeElement: element } = document
  const path = element && root.contains(element) ? pathTo(element, root) : []
  const top = window.scrollY
  return async () => {
    const found = path.length === 0 ? undefined : await until(() => controlAt(root, path))
    // Whoever has gone on meanwhile stays where they are.
    if (document.activeElement === document.body) found?.focus({ preventScroll: true })
    window.scrollTo({ top, behavior: 'instant' })
  }
}

interface Step {
  readonly index: number
  readonly tag: string
}

function pathTo(element: Element, root: HTMLElement): readonly Step[] {
  const parent = element.parentElement
  if (element === root || !parent) return []
  const index = [...parent.children].indexOf(element)
  return [...pathTo(parent, root), { index, tag: element.tagName }]
}

function controlAt(root: HTMLElement, path: readonly Step[]): HTMLElement | undefined {
  const end = path.reduce<Element | undefined>((place, { index, tag }) => {
    const child = place?.children[index]
    return child?.tagName === tag ? child : undefined
  }, root)
  return end instanceof HTMLElement ? end : undefined
}

/** What `find` finds as soon as it is drawn, or undefined when that takes too long. */
function until<Found>(find: () => Found | undefined): Promise<Found | undefined> {
  const found = find()
  if (found !== undefined) return Promise.resolve(found)
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect()
      clearTimeout(timer)
      resolve(find())
    }
    const observer = new MutationObserver(() => find() !== undefined && end())
    const timer = setTimeout(end, PATIENCE_MS)
    observer.observe(document.body, { childList: true, subtree: true })
  })
}
