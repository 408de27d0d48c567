// The canvas of the built editor on a running server, in a real browser: time until it is ready, and frames while a node is
// dragged, while the canvas is panned and while it is zoomed, with few nodes in view and with all of them; and how much a
// browser loads for each page; and how long the simulator takes to open. The control is a page of bare React Flow with the
// same graph, built here; for the simulator, an empty panel on the same page.
//   node bench/editor.mjs [--sizes=100,300,500,1000,2000] [--only=parley] [--gestures=drag,pan,zoom]
//     [--simulator=only]
// PARLEY_CHROMIUM names the browser. The control shows only what is in view, as large flows should.
import { chromium } from '@playwright/test'
import { ensureChromium } from '../scripts/setup/chromium.mjs'
import { startBareReactFlow } from './lib/editor/bareReactFlow.mjs'
import { CanvasPage } from './lib/editor/canvasPage.mjs'
import { firstLoadKb } from './lib/editor/firstLoad.mjs'
import { aFlow } from './lib/editor/graph.mjs'
import { startParley } from './lib/editor/parley.mjs'
import { simulatorOpening } from './lib/editor/simulator.mjs'

const options = Object.fromEntries(
  process.argv.slice(2).map((argument) => argument.replace(/^--/, '').split('=')),
)
const SIZES = (options.sizes ?? '100,300,500,1000,2000').split(',').map(Number)
const GESTURES = (options.gestures ?? 'drag,pan,zoom').split(',')
const ONLY = options.only ?? ''
const TARGET_P95_MS = 16.8
/** A thousand nodes are to be there within a second. */
const TARGET_READY = { nodes: 1_000, ms: 1_000 }
const TARGET_FIRST_LOAD_KB = 250
const TARGET_SIMULATOR = { nodes: 100, ms: 200 }
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const executablePath = await ensureChromium(`${import.meta.dirname}/..`, console.error)
const browser = await chromium.launch({ executablePath, args: SWITCHES })
const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
const bare = await startBareReactFlow()
const parley = await startParley(context, options.program)
try {
  await parley.signUp()
  const subjects = [
    { subject: 'bare-react-flow', ...bare },
    { subject: 'parley', ...parley },
  ].filter(({ subject }) => subject.startsWith(ONLY))
  if (options.simulator !== 'off') await measureSimulator()
  if (options.simulator === 'only') SIZES.length = 0
  else if (options.load !== 'off') await measureFirstLoad(await parley.addFlow(20))
  for (const count of SIZES) {
    const controls = {}
    for (const { subject, ...server } of subjects) {
      for (const figures of await measure(server, count)) {
        const control = controls[figures.view]
        const isOurs = subject === 'parley'
        print({
          subject,
          ...figures,
          ...(isOurs && judge(figures, count)),
          ...(control && { control }),
        })
        controls[figures.view] ??= figures
      }
    }
  }
} finally {
  await browser.close()
  await parley.stop()
  await bare.stop()
}

async function measure({ addFlow, fitButton }, count) {
  const page = await CanvasPage.open(context, await addFlow(count), aFlow(count).nodes)
  const { readyMs } = page
  const figures = []
  for (const view of ['near', 'all']) {
    if (view === 'all') await page.showAll(fitButton)
    const nodesInPage = await page.nodesInPage()
    const gestures = {}
    for (const gesture of GESTURES) gestures[gesture] = await page[gesture]()
    figures.push({
      nodes: count,
      view,
      readyMs: readyMs[Math.floor(readyMs.length / 2)],
      readyFromToMs: [readyMs[0], readyMs.at(-1)],
      nodesInPage,
      ...gestures,
    })
  }
  await page.close()
  return figures
}

function judge(figures, count) {
  const slowest = Math.max(...['drag', 'pan'].map((gesture) => figures[gesture]?.p95Ms ?? 0))
  return {
    targetP95Ms: TARGET_P95_MS,
    isReached:
      slowest <= TARGET_P95_MS &&
      (count !== TARGET_READY.nodes || figures.readyMs < TARGET_READY.ms),
  }
}

async function measureSimulator() {
  const { nodes, ms } = TARGET_SIMULATOR
  const figures = await simulatorOpening(context, await parley.addFlow(nodes))
  print({
    subject: 'parley',
    panel: 'simulator',
    nodes,
    ...figures,
    targetMs: ms,
    isReached: Math.max(figures.firstMs, figures.openMs) <= ms,
  })
}

async function measureFirstLoad(flowUrl) {
  const control = await firstLoadKb(browser, await bare.addFlow(20))
  const loggedIn = await context.storageState()
  const pages = {
    '/login': [`${parley.baseUrl}/login`],
    '/flows': [`${parley.baseUrl}/flows`, loggedIn],
    '/inbox': [`${parley.baseUrl}/inbox`, loggedIn],
    '/flows/…': [flowUrl, loggedIn],
  }
  for (const [page, where] of Object.entries(pages)) {
    const gzipKb = await firstLoadKb(browser, ...where)
    const isBeforeCanvas = page !== '/flows/…'
    print({
      subject: 'parley',
      page,
      gzipKb,
      ...(isBeforeCanvas && {
        targetKb: TARGET_FIRST_LOAD_KB,
        isReached: gzipKb <= TARGET_FIRST_LOAD_KB,
      }),
      control: { subject: 'bare-react-flow', gzipKb: control },
    })
  }
}

function print(figures) {
  console.log(JSON.stringify({ bench: 'editor', ...figures }))
}
