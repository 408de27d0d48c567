import type { Capabilities, ChannelType, TextLimit } from './capabilities.ts'

/** What each channel can show. Figures and their sources: `docs/channels.md`. */

const MIB = 1_048_576
const codePoints = (max: number): TextLimit => ({ max, unit: 'codePoints' })
const bytes = (max: number): TextLimit => ({ max, unit: 'bytes' })

const CAPTION = codePoints(1_024)

/** Limits of WhatsApp's interactive messages, which all ways to WhatsApp share. */
const WHATSAPP = {
  text: codePoints(4_096),
  media: {
    image: { caption: CAPTION, maxBytes: 5 * MIB },
    video: { caption: CAPTION, maxBytes: 16 * MIB },
    audio: { caption: null, maxBytes: 16 * MIB },
    voice: { caption: null, maxBytes: 16 * MIB },
    document: { caption: CAPTION, maxBytes: 100 * MIB },
    // Animated ones may have 500 kB, still ones 100 kB; the smaller figure would refuse the animated.
    sticker: { caption: null, maxBytes: 512_000 },
  },
  buttons: {
    max: 3,
    title: codePoints(20),
    text: codePoints(1_024),
    footer: codePoints(60),
    headers: ['text', 'image', 'video', 'document'],
    headerText: codePoints(60),
  },
  list: {
    maxRows: 10,
    maxSections: 10,
    buttonText: codePoints(20),
    sectionTitle: codePoints(24),
    rowTitle: codePoints(24),
    rowDescription: codePoints(72),
    text: codePoints(4_096),
    footer: codePoints(60),
    headers: ['text'],
    headerText: codePoints(60),
  },
  ctaUrl: {
    buttonText: codePoints(20),
    text: codePoints(1_024),
    footer: codePoints(60),
    headers: ['text', 'image', 'video', 'document'],
    headerText: codePoints(60),
  },
} as const satisfies Partial<Capabilities>

/** Facebook and Instagram share the Send API; they differ in text, media and in where buttons are shown. */
const META_BUTTONS = {
  buttons: {
    // Three as a button template, up to thirteen as quick replies.
    max: 13,
    title: codePoints(20),
    text: codePoints(640),
    footer: null,
    headers: [],
  },
  list: null,
  ctaUrl: { buttonText: codePoints(20), text: codePoints(640), footer: null, headers: [] },
} as const satisfies Partial<Capabilities>

const POLL_OPTIONS = 12

export const CAPABILITIES = {
  'whatsapp-cloud': {
    channel: 'whatsapp-cloud',
    ...WHATSAPP,
    poll: null,
    plain: ['location', 'contacts', 'reaction', 'template'],
    alwaysNumbered: false,
  },
  'whatsapp-web': {
    channel: 'whatsapp-web',
    ...WHATSAPP,
    poll: { maxOptions: POLL_OPTIONS, text: codePoints(255), option: codePoints(100) },
    plain: ['location', 'contacts', 'reaction'],
    alwaysNumbered: false,
  },
  messenger: {
    channel: 'messenger',
    text: codePoints(2_000),
    media: {
      image: { caption: null, maxBytes: 8 * MIB },
      video: { caption: null, maxBytes: 25 * MIB },
      audio: { caption: null, maxBytes: 25 * MIB },
      voice: { caption: null, maxBytes: 25 * MIB },
      document: { caption: null, maxBytes: 25 * MIB },
    },
    ...META_BUTTONS,
    poll: null,
    plain: [],
    alwaysNumbered: false,
  },
  instagram: {
    channel: 'instagram',
    text: bytes(1_000),
    media: {
      image: { caption: null, maxBytes: 8 * MIB },
      video: { caption: null, maxBytes: 25 * MIB },
      audio: { caption: null, maxBytes: 25 * MIB },
      voice: { caption: null, maxBytes: 25 * MIB },
      document: { caption: null, maxBytes: 25 * MIB },
    },
    ...META_BUTTONS,
    poll: null,
    plain: [],
    // Neither quick replies nor templates show on the web.
    alwaysNumbered: true,
  },
  telegram: {
    channel: 'telegram',
    text: codePoints(4_096),
    media: {
      image: { caption: CAPTION, maxBytes: 10 * MIB },
      video: { caption: CAPTION, maxBytes: 50 * MIB },
      audio: { caption: CAPTION, maxBytes: 50 * MIB },
      voice: { caption: CAPTION, maxBytes: 50 * MIB },
      document: { caption: CAPTION, maxBytes: 50 * MIB },
      sticker: { caption: null, maxBytes: 50 * MIB },
    },
    buttons: {
      max: 100,
      title: codePoints(64),
      text: codePoints(4_096),
      footer: null,
      // A caption holds a quarter of what a text holds, so media go before the text.
      headers: [],
    },
    list: null,
    ctaUrl: {
      buttonText: codePoints(64),
      text: codePoints(4_096),
      footer: null,
      headers: [],
    },
    poll: { maxOptions: POLL_OPTIONS, text: codePoints(300), option: codePoints(100) },
    plain: ['location', 'contacts', 'reaction'],
    alwaysNumbered: false,
  },
  /** WhatsApp's limits, and everything that any channel has; a sandbox number may imitate another entry instead. */
  sandbox: {
    channel: 'sandbox',
    ...WHATSAPP,
    poll: { maxOptions: POLL_OPTIONS, text: codePoints(300), option: codePoints(100) },
    plain: ['location', 'contacts', 'reaction', 'template'],
    alwaysNumbered: false,
  },
} as const satisfies Record<ChannelType, Capabilities>

/** The same channel where nothing can be tapped, as in WhatsApp groups: choices become numbered text. */
export const withoutTaps = (capabilities: Capabilities): Capabilities => ({
  ...capabilities,
  buttons: null,
  list: null,
  ctaUrl: null,
})
