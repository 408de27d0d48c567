/** Marks a part of the page that F6 goes to. */
export const REGION = 'data-region'
const FOCUSABLE =
  'button:not([disabled]), [href], input:not([disabled]), textarea:not([disabled]), select, summary, [tabindex="0"]'

/** Where the focus was last in each part of the page, so that coming back goes on there. */
const lastIn = new WeakMap<Element, HTMLElement>()

/** Moves the focus into the next (1) or previous (-1) part of the page: bar, palette, canvas, form, panel. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll(`[${REGION}]`)].filter(isShown)
  const { activeElement } = document
  const here = regions.findIndex((region) => region.contains(activeElement))
  const current = regions[here]
  if (current && activeElement instanceof HTMLElement) lastIn.set(current, activeElement)
  // One that has nothing to go into is passed over.
  for (let tries = 1; tries <= regions.length; tries += 1) {
    const start = here === -1 && step === -1 ? 0 : here
    const region = regions[(start + step * tries + regions.length * 2) % regions.length]
    if (region && focusInto(region)) return
  }
}

function focusInto(region: Element): boolean {
  const last = lastIn.get(region)
  const inside = [region, ...region.querySelectorAll(FOCUSABLE)]
  const target =
    last && region.contains(last) && isShown(last)
      ? last
      : inside.find((each) => each.matches(FOCUSABLE) && isShown(each))
  if (!(target instanceof HTMLElement)) return false
  target.focus()
  return document.activeElement === target
}

/** Elements in folded parts and hidden bars have no box. */
const isShown = (element: Element): boolean => element.getClientRects().length > 0
