import { setTimeout as sleep } from 'node:timers/promises'

const ROUNDS = 9
/** The simulator's files are fetched in a quiet moment after the canvas; by then that has happened. */
const QUIET_MS = 4_000

/**
 * How long it takes from the press on “Try it” until the browser has painted the phone, on the page of a flow: the first
 * time, and then the median of several (the panel is closed in between). The control is an empty panel of the same width
 * that a script puts there, so what remains is what the browser itself needs for the narrower canvas.
 */
export async function simulatorOpening(context, url) {
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('.react-flow__node').first().waitFor()
  await sleep(QUIET_MS)
  const open = page.getByRole('button', { name: 'Try it' })
  const times = { open: [], control: [] }
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(watchPress, 'aside[aria-label="Try it"]')
    await open.click()
    times.open.push(await page.evaluate(() => window.parleyOpened))
    await open.click()
    await page.locator('aside[aria-label="Try it"]').waitFor({ state: 'detached' })
    times.control.push(await page.evaluate(openEmptyPanel))
    await sleep(150)
  }
  await page.close()
  const [firstMs] = times.open
  return {
    firstMs: Math.round(firstMs),
    openMs: Math.round(median(times.open)),
    control: { subject: 'an empty panel', openMs: Math.round(median(times.control)) },
  }
}

/** Begins at the press itself, and ends with the frame after the one in which the panel is there. */
function watchPress(selector) {
  window.parleyOpened = new Promise((resolve) => {
    addEventListener(
      'pointerdown',
      () => {
        const begin = performance.now()
        const look = () => {
          if (!document.querySelector(selector)) return requestAnimationFrame(look)
          requestAnimationFrame(() =>
            requestAnimationFrame(() => resolve(performance.now() - begin)),
          )
        }
        look()
      },
      { once: true, capture: true },
    )
  })
}

function openEmptyPanel() {
  const row = document.querySelector('main').parentElement
  const begin = performance.now()
  const panel = document.createElement('aside')
  panel.style.cssText = 'width: 24rem; flex-shrink: 0'
  row.append(panel)
  return new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        resolve(performance.now() - begin)
        panel.remove()
      }),
    )
  })
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]
