import { createServer } from 'node:http'
import { chromium } from '@playwright/test'

const BASE = 'http://127.0.0.1:4173'
const shop = createServer((q, r) => {
  r.setHeader('content-type', 'application/json')
  r.end(JSON.stringify({ order: { state: 'on its way', items: ['Tea', 'Mug'] } }))
}).listen(4555, '127.0.0.1')
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
})
const node = (id, type, data, x, y, name) => ({
  id,
  type,
  data,
  position: { x, y },
  ...(name && { name }),
})
const edge = (s, h, t) => ({ id: `${s}-${h}`, source: s, sourceHandle: h, target: t })
const FLOW = {
  nodes: [
    node(
      'start',
      'start',
      { triggers: [{ id: 'k', type: 'keyword', words: ['hi', 'menu'] }] },
      0,
      0,
    ),
    node(
      'hello',
      'text',
      { text: 'Hello {{ contact.name }} 👋\n*Welcome* to the tea shop.' },
      320,
      0,
    ),
    node(
      'pic',
      'media',
      { kind: 'image', source: { type: 'url', url: BASE + '/icon.svg' }, caption: 'Our shop' },
      640,
      0,
    ),
    node(
      'menu',
      'buttons',
      {
        text: 'What can I do for you?',
        footer: 'Tea & more',
        buttons: [
          { id: 'order', title: 'Where is my order?' },
          { id: 'shop', title: 'Visit the shop' },
          { id: 'loc', title: 'Find us' },
          { id: 'person', title: 'Talk to a person' },
          { id: 'wait', title: 'Remind me later' },
        ],
        noReply: { afterSeconds: 600, reminders: [] },
      },
      960,
      0,
      'Main menu',
    ),
    node(
      'http',
      'httpRequest',
      {
        method: 'GET',
        url: 'http://127.0.0.1:4555/orders/{{ contact.phone }}',
        headers: [{ name: 'X-Shop', value: 'tea' }],
        saveResponseAs: 'answer',
        mapping: [{ path: 'order.state', variable: 'state' }],
      },
      1280,
      -200,
      'Order system',
    ),
    node('state', 'text', { text: 'Your order is {{ state }}.' }, 1600, -200),
    node('fail', 'text', { text: 'Our system is down, sorry.' }, 1600, 0),
    node(
      'cta',
      'ctaUrl',
      {
        text: 'Have a look at our teas.',
        buttonText: 'Open the shop',
        url: 'https://example.com/shop',
      },
      1280,
      100,
    ),
    node(
      'place',
      'location',
      { latitude: '52.52', longitude: '13.40', name: 'Tea shop', address: 'Alexanderplatz 1' },
      1280,
      300,
    ),
    node(
      'hand',
      'handover',
      { to: 'Sales', message: 'One moment, a person will answer.' },
      1280,
      500,
    ),
    node('back', 'text', { text: 'Thanks for waiting, the bot is back.' }, 1600, 500),
    node('delay', 'delay', { type: 'for', amount: 2, unit: 'hours' }, 1280, 700),
    node('remind', 'text', { text: 'You asked me to remind you.' }, 1600, 700),
    node('silent', 'text', { text: 'Nobody there? Bye.' }, 1280, 900),
  ],
  edges: [
    edge('start', 'next', 'hello'),
    edge('hello', 'next', 'pic'),
    edge('pic', 'next', 'menu'),
    edge('menu', 'order', 'http'),
    edge('http', 'success', 'state'),
    edge('http', 'failure', 'fail'),
    edge('menu', 'shop', 'cta'),
    edge('menu', 'loc', 'place'),
    edge('menu', 'person', 'hand'),
    edge('hand', 'resolved', 'back'),
    edge('menu', 'wait', 'delay'),
    edge('delay', 'next', 'remind'),
    edge('menu', 'noReply', 'silent'),
  ],
  variables: [],
  settings: {},
}
const email = `a${Date.now()}@example.com`
const headers = { origin: BASE }
const context0 = await browser.newContext({ baseURL: BASE, extraHTTPHeaders: {} })
let login
try {
  login = JSON.parse((await import('node:fs')).readFileSync('/tmp/sim-login.json', 'utf8'))
} catch {}
if (!login) {
  const r = await context0.request.post('/api/v1/auth/sign-up', {
    data: {
      email,
      password: 'correct horse battery',
      name: 'Olga Owner',
      workspaceName: 'Tea shop',
    },
    headers,
  })
  console.log('sign up', r.status())
  login = await context0.storageState()
  ;(await import('node:fs')).writeFileSync('/tmp/sim-login.json', JSON.stringify(login))
}

export { BASE, browser, FLOW, headers, login, shop }
export async function open({ width = 1280, height = 800, theme = 'light' } = {}) {
  const context = await browser.newContext({
    baseURL: BASE,
    storageState: login,
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: width < 500,
  })
  await context.addInitScript((th) => localStorage.setItem('parley.theme', th), theme)
  const page = await context.newPage()
  page.on('console', (m) => {
    if (['error', 'warning'].includes(m.type()))
      console.log('CONSOLE', m.type(), m.text().slice(0, 300))
  })
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message, e.stack?.slice(0, 500)))
  return page
}
export async function makeFlow(page, draft = FLOW, name = 'Tea shop') {
  const r = await page.request.post('/api/v1/flows', { data: { name, draft }, headers })
  if (r.status() !== 201) console.log(await r.text())
  return (await r.json()).data.id
}
