import { Api } from './Api.mjs'
import { ARABIC_MENU } from './arabicMenu.mjs'
import { Customer } from './Customer.mjs'

export const OWNER = {
  name: 'Marta Lindqvist',
  email: 'marta@cornerbakery.example',
  password: 'sourdough and butter',
  workspaceName: 'Corner Bakery',
}

/**
 * A phone of the WhatsApp test server, as far as it is used here.
 * @typedef {object} Phone
 * @property {string} number
 * @property {(qr: string) => Promise<void>} scanQr
 * @property {(to: string, text: string) => Promise<string>} sendText
 * @property {() => Promise<readonly object[]>} received
 */
/** @typedef {{ createPhone(options: { name: string, number?: string }): Promise<Phone> }} WhatsApp */

/** By its path, because only what has been built can be imported here, and types need no build. */
const STARTERS_FOLDER = '../../packages/shared/dist/starters'
/** @type {{ startersIn: (words: object) => readonly { id: string, draft: object }[] }} */
const { startersIn } = await import(`${STARTERS_FOLDER}/index.js`)
/** @type {{ en: object }} */
const { en } = await import(`${STARTERS_FOLDER}/words/en/index.js`)

/**
 * Fills a fresh server with a small shop: its flows, its numbers, and what its customers wrote today.
 * @param {string} baseUrl @param {WhatsApp} whatsApp
 * @returns {Promise<import('./takePictures.mjs').Places>} what the pictures show
 */
export async function seed(baseUrl, whatsApp) {
  const api = await Api.signUp(baseUrl, OWNER)
  const shop = await linkNumber(api, whatsApp, 'Shop')
  const support = await linkNumber(api, whatsApp, 'Support line')
  await api.call('POST', '/numbers', { name: 'Café', channel: 'whatsapp-web' })
  await api.call('POST', '/numbers', { name: 'Try it out', channel: 'sandbox' })

  const arabic = await api.call('POST', '/flows', ARABIC_MENU)
  await createFlow(api, 'orderStatus', 'Where is my order?')
  await createFlow(api, 'feedback', 'After the purchase')
  await createFlow(api, 'appointment', 'Cake tasting')
  await createFlow(api, 'leadCapture', 'Catering enquiries')
  const help = await createFlow(api, 'supportHandover', 'Support')
  const menu = await createFlow(api, 'faqMenu', 'Welcome menu')
  await publish(api, help, support.id, 'With office hours')
  await publish(api, menu, shop.id, 'First version')

  const conversationId = await talk(api, whatsApp, { shop, support })
  await describeContacts(api)
  const templateId = await prepareForPrograms(api)
  return { menuId: menu.id, arabicId: arabic.id, conversationId, templateId }
}

/** @typedef {{ id: string, phone: Phone }} LinkedNumber */

/** @param {Api} api @param {WhatsApp} whatsApp @param {string} name @returns {Promise<LinkedNumber>} */
async function linkNumber(api, whatsApp, name) {
  const phone = await whatsApp.createPhone({ name })
  const { id } = await api.call('POST', '/numbers', { name, channel: 'whatsapp-web' })
  await api.call('POST', `/numbers/${id}/connect`)
  const { qr } = await api.call('GET', `/numbers/${id}/qr`)
  await phone.scanQr(qr)
  await api.until(`/numbers/${id}`, ({ status }) => status === 'connected')
  return { id, phone }
}

/** @param {Api} api @param {string} starterId @param {string} name */
function createFlow(api, starterId, name) {
  const starter = startersIn(en).find(({ id }) => id === starterId)
  if (!starter) throw new Error(`There is no starter "${starterId}".`)
  return api.call('POST', '/flows', { name, draft: starter.draft })
}

/** @param {Api} api @param {{ id: string }} flow @param {string} numberId @param {string} note */
const publish = (api, flow, numberId, note) =>
  api.call('POST', `/flows/${flow.id}/publish`, { numberIds: [numberId], note })

/**
 * @param {Api} api @param {WhatsApp} whatsApp @param {{ shop: LinkedNumber, support: LinkedNumber }} numbers
 * @returns {Promise<string>} id of the conversation that is worth a picture
 */
async function talk(api, whatsApp, { shop, support }) {
  /** @param {LinkedNumber} to @param {string} name @param {string} number */
  const customer = async (to, name, number) =>
    new Customer(await whatsApp.createPhone({ name, number }), to.phone.number)

  const ben = await customer(shop, 'Ben Okafor', '14155550134')
  await ben.says('Hi!', { answers: 1 })
  await ben.says('prices', { answers: 2 })
  await ben.says('No, thanks', { answers: 1 })

  const noah = await customer(support, 'Noah Weber', '4930555901')
  await noah.says('I need help with an invoice', { answers: 1 })
  await noah.says('An invoice', { answers: 1 })
  await noah.says('The one for the wedding cake has our old address on it.', { answers: 1 })

  const sofia = await customer(shop, 'Sofía Marín', '34911555018')
  await sofia.says('Hola, ¿abren el sábado?', { answers: 1 })
  await sofia.says('1', { answers: 2 })

  const yuki = await customer(shop, 'Yuki Tanaka', '81355550177')
  await yuki.says('menu', { answers: 1 })
  await yuki.says('delivery', { answers: 2 })

  const amina = await customer(shop, 'Amina Hassan', '254205550166')
  await amina.says('hello', { answers: 1 })
  await amina.says('Talk to a person', { answers: 1 })
  await amina.says('Could you make the birthday cake without nuts?')
  const { id } = await api.find('/conversations', ({ contact }) => contact.name === 'Amina Hassan')
  for (const text of [
    'Of course, Amina! We bake it in the small oven, away from the nuts.',
    'Shall I write a name on it?',
  ]) {
    await api.call('POST', `/conversations/${id}/messages`, { content: { type: 'text', text } })
    await amina.reads()
  }
  await amina.says('Wonderful! “Zuri, 7”, please 🎂')
  await api.until(`/conversations/${id}`, ({ lastMessagePreview }) =>
    lastMessagePreview.includes('Zuri'),
  )
  // As if somebody had looked at the others already.
  for (const conversation of await api.call('GET', '/conversations?limit=100')) {
    if (conversation.id === id || conversation.contact.name === 'Noah Weber') continue
    await api.call('POST', `/conversations/${conversation.id}/read`)
  }
  return id
}

/** @type {Readonly<Record<string, object>>} */
const KNOWN = {
  'Ben Okafor': { addTags: ['wholesale'], attributes: { city: 'Oakland' } },
  'Sofía Marín': { addTags: ['newsletter'], attributes: { language: 'Spanish' } },
  'Amina Hassan': { addTags: ['birthday cakes', 'newsletter'], attributes: { allergy: 'nuts' } },
  'Noah Weber': { addTags: ['weddings'], attributes: { company: 'Weber & Frank' } },
}

/** @param {Api} api */
async function describeContacts(api) {
  for (const { id, name } of await api.call('GET', '/contacts?limit=100')) {
    if (KNOWN[name]) await api.call('PATCH', `/contacts/${id}`, KNOWN[name])
  }
}

const TEMPLATES = [
  {
    name: 'cake_ready',
    language: 'en_GB',
    header: 'Order {{1}}',
    body: 'Hello {{name}}, your *{{cake}}* is ready. We are open until six.',
    footer: 'Corner Bakery',
    buttons: [
      { type: 'quick_reply', text: 'I am on my way' },
      { type: 'url', text: 'Find us', url: 'https://cornerbakery.example/way' },
    ],
  },
  {
    name: 'cake_ready',
    language: 'es',
    body: 'Hola {{name}}, su {{cake}} está lista.',
    status: 'PENDING',
  },
  {
    name: 'spring_tarts',
    language: 'en_GB',
    category: 'MARKETING',
    body: 'Strawberries are here! All tarts at half price until Sunday.',
  },
]

/**
 * What the shop's own programs need.
 * @param {Api} api
 * @returns {Promise<string>} id of the template that is worth a picture
 */
async function prepareForPrograms(api) {
  const [first] = await Promise.all(TEMPLATES.map((each) => api.call('POST', '/templates', each)))
  await api.call('POST', '/keys', { name: 'Till', scopes: ['send', 'read'] })
  await api.call('POST', '/webhooks', {
    url: 'https://till.cornerbakery.example/parley',
    // Nothing of this happens here, so nobody is called.
    events: ['message.failed', 'number.disconnected'],
  })
  return first.id
}
