import { setTimeout as sleep } from 'node:timers/promises'
import { ROW } from './graph.mjs'

/** Mouse events come this often, as from an ordinary mouse on an ordinary screen. */
const MOVE_MS = 16
/** Length of one gesture. */
const MOVES = 75
const TURNS = 1.5
/** How far things end from where they began, in units of the canvas. */
const ASIDE = { x: 32, y: 16 }
/** A gesture on a page that hardly answers is given up after this. */
const LONGEST_GESTURE_MS = 6_000
const READY_TIMEOUT_MS = 60_000
/** A load takes 10 % more or less each time; the one in the middle is told. */
const MEASURED_LOADS = 5
/** From a node's corner: inside the header of its card, which is the same for both subjects. */
const GRIP = { x: 60, y: 18 }
/** From a node's corner: in the gap between two rows of cards, left of it. */
const GAP = { x: -24, y: -ROW / 8 }

/** What the page notes about itself: when it was ready, and its frames while somebody listens. */
function notes() {
  // An element of React Flow is hidden until it has been measured.
  const isDrawn = () => {
    const node = document.querySelector('.react-flow__node')
    const edge = document.querySelector('.react-flow__edge')
    return node?.checkVisibility({ visibilityProperty: true }) && edge !== null
  }
  const look = () => {
    if (!isDrawn()) return requestAnimationFrame(look)
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.parleyBench.readyMs = performance.now()
      }),
    )
  }
  window.parleyBench = {
    readyMs: null,
    record() {
      const frames = []
      let isOn = true
      const tick = (at) => {
        frames.push(at)
        if (isOn) requestAnimationFrame(tick)
      }
      requestAnimationFrame(tick)
      return () => {
        isOn = false
        return frames.slice(1).map((at, index) => at - frames[index])
      }
    },
  }
  requestAnimationFrame(look)
}

/** The page of a canvas, and the gestures that are measured on it. */
export class CanvasPage {
  #page
  #session
  #nodes
  #readyMs = []

  static async open(context, url, nodes) {
    const page = await context.newPage()
    await page.addInitScript(notes)
    const canvas = new CanvasPage()
    canvas.#page = page
    canvas.#nodes = nodes
    canvas.#session = await context.newCDPSession(page)
    await canvas.#session.send('Performance.enable')
    await canvas.#load(url)
    // Measured is what comes after the first time: a browser that has the files.
    for (let load = 0; load < MEASURED_LOADS; load += 1) {
      await page.goto('about:blank')
      await canvas.#load(url)
      canvas.#readyMs.push(
        Math.round(await page.evaluate(() => window.parleyBench.readyMs ?? Number.NaN)),
      )
    }
    return canvas
  }

  /** Milliseconds from asking for the page until two frames after something is drawn: of each load, the quickest first. */
  get readyMs() {
    return this.#readyMs.toSorted((a, b) => a - b)
  }

  nodesInPage() {
    return this.#page.locator('.react-flow__node').count()
  }

  async showAll(button) {
    await this.#page.getByRole('button', { name: button }).first().click()
    await this.#page.mouse.move(2, 2)
    await sleep(1_200)
  }

  /** Drags the card that is nearest to the middle. */
  async drag() {
    const { at, index } = await this.#nearMiddle(GRIP)
    const node = this.#nodes[index]
    await this.#page.mouse.move(at.x, at.y)
    const before = await this.#placeOf(node)
    const figures = await this.#circle(at, { x: 120, y: 80 })
    if ((await this.#look()).transform !== this.#before.transform) {
      throw new Error('The drag of a node moved the canvas.')
    }
    const after = await this.#placeOf(node)
    if (after === before) throw new Error('The drag moved nothing.')
    return figures
  }

  async pan() {
    const { at } = await this.#nearMiddle(GAP, '.react-flow__pane')
    const figures = await this.#circle(at, { x: 220, y: 140 })
    await this.#expectMove('pan')
    return figures
  }

  /** In and out again with the wheel, as a touchpad does: in many small turns. */
  async zoom() {
    const { box } = await this.#look()
    await this.#page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    const figures = await this.#measure(async (step) => {
      await this.#page.mouse.wheel(0, step % 30 < 15 ? -16 : 18)
    })
    await this.#expectMove('zoom')
    return figures
  }

  close() {
    return this.#page.close()
  }

  #before = { transform: '' }

  async #load(url) {
    await this.#page.goto(url)
    await this.#page.waitForFunction(() => window.parleyBench.readyMs !== null, null, {
      timeout: READY_TIMEOUT_MS,
    })
    await sleep(600)
  }

  async #circle({ x, y }, radius) {
    const { mouse } = this.#page
    await mouse.move(x, y)
    await mouse.down()
    await mouse.move(x + 4, y + 4)
    const figures = await this.#measure((step) => {
      const angle = (step / MOVES) * TURNS * 2 * Math.PI
      return mouse.move(x + Math.sin(angle) * radius.x, y + (Math.cos(angle) - 1) * radius.y)
    })
    // A little aside of where it began: so that something has moved, and nothing lies on anything.
    const { zoom } = await this.#look()
    await mouse.move(x + ASIDE.x * zoom, y + ASIDE.y * zoom)
    await mouse.up()
    await sleep(400)
    return figures
  }

  async #measure(move) {
    this.#before = await this.#look()
    await this.#page.evaluate(() => {
      window.parleyBench.stop = window.parleyBench.record()
    })
    const workBefore = await this.#mainThreadMs()
    const begin = performance.now()
    for (let step = 1; step <= MOVES; step += 1) {
      await move(step)
      const early = begin + step * MOVE_MS - performance.now()
      if (early > 0) await sleep(early)
      if (performance.now() - begin > LONGEST_GESTURE_MS) break
    }
    const frames = await this.#page.evaluate(() => window.parleyBench.stop())
    const work = (await this.#mainThreadMs()) - workBefore
    frames.sort((a, b) => a - b)
    return {
      p50Ms: round(frames[Math.floor(frames.length * 0.5)]),
      p95Ms: round(frames[Math.floor(frames.length * 0.95)]),
      maxMs: round(frames.at(-1)),
      // What the page itself has to do for a frame, whoever else uses the machine.
      mainThreadMsPerFrame: round(work / frames.length),
    }
  }

  async #mainThreadMs() {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1_000
  }

  /** What the page says of a node's place; a node under the pointer is always an element of the page. */
  #placeOf({ id }) {
    const node = this.#page.locator(`.react-flow__node[data-id="${id}"]`)
    return node.evaluate(({ style }) => style.transform)
  }

  async #expectMove(gesture) {
    const { transform } = await this.#look()
    if (transform === this.#before.transform) throw new Error(`The ${gesture} moved nothing.`)
  }

  /** Where the canvas is on the screen, and what part of the flow it shows. */
  #look() {
    return this.#page.evaluate(() => {
      const { x, y, width, height } = document.querySelector('.react-flow').getBoundingClientRect()
      const { transform } = document.querySelector('.react-flow__viewport').style
      const [left, top, zoom] = [...transform.matchAll(/-?[\d.]+/g)].map(([number]) =>
        Number(number),
      )
      return { box: { x, y, width, height }, transform, left, top, zoom }
    })
  }

  /** The point nearest to the middle that lies as far from a node's corner as `offset` says, on something of a kind. */
  async #nearMiddle(offset, kind = '*') {
    const { box, left, top, zoom } = await this.#look()
    const places = this.#nodes.map(({ position }, index) => {
      const at = {
        x: box.x + left + (position.x + offset.x) * zoom,
        y: box.y + top + (position.y + offset.y) * zoom,
      }
      return {
        at,
        index,
        far: Math.hypot(at.x - box.x - box.width / 2, at.y - box.y - box.height / 2),
      }
    })
    const nearest = places.sort((a, b) => a.far - b.far).slice(0, 40)
    const found = await this.#page.evaluate(
      ([points, selector]) =>
        points.findIndex(({ at: { x, y } }) => document.elementFromPoint(x, y)?.matches(selector)),
      [nearest, kind],
    )
    if (found === -1) throw new Error(`There is no ${kind} near the middle.`)
    return nearest[found]
  }
}

const round = (number) => Math.round(number * 10) / 10
