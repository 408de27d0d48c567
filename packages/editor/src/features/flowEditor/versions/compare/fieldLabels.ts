import { type JsonValue, OPERATORS } from '@parley/shared'
import { formatList } from '../../../../i18n/format.ts'
import { type PlainKey, t } from '../../../../i18n/t.ts'

/** What forms call the fields of nodes, by their keys in the flow language. */
const LABELS: Readonly<Record<string, PlainKey>> = {
  text: 'nodes.form.text',
  header: 'nodes.form.header',
  footer: 'nodes.form.footer',
  buttons: 'nodes.form.buttons',
  rows: 'nodes.form.rows',
  sections: 'nodes.form.sections',
  options: 'nodes.form.options',
  synonyms: 'compare.fields.synonyms',
  title: 'compare.fields.title',
  label: 'compare.fields.label',
  from: 'compare.from',
  mediaId: 'nodes.form.file',
  defaultCountry: 'canvas.settings.country',
  order: 'canvas.settings.dateOrder',
  dateOrder: 'canvas.settings.dateOrder',
  staleTap: 'canvas.settings.staleTap',
  staleTapText: 'canvas.settings.staleTapText',
  languages: 'languages.further',
  field: 'compare.fields.field',
  fields: 'compare.fields.fields',
  template: 'nodes.form.text',
  number: 'canvas.settings.types.number',
  boolean: 'canvas.settings.types.boolean',
  json: 'compare.fields.json',
  expression: 'compare.fields.expression',
  contentType: 'compare.fields.contentType',
  width: 'compare.fields.width',
  height: 'compare.fields.height',
  collapsed: 'compare.fields.collapsed',
  description: 'compare.fields.description',
  value: 'nodes.form.value',
  values: 'nodes.form.value',
  buttonText: 'nodes.form.buttonText',
  saveAs: 'nodes.form.saveAsOptional',
  otherHandle: 'nodes.form.otherHandle',
  retryText: 'nodes.form.retryText',
  maxTries: 'nodes.form.maxTries',
  noReply: 'nodes.form.noReply',
  afterSeconds: 'compare.fields.afterSeconds',
  reminders: 'nodes.form.reminders',
  answer: 'nodes.form.answerKind',
  type: 'nodes.form.mediaKind',
  minLength: 'nodes.form.minLength',
  maxLength: 'nodes.form.maxLength',
  min: 'nodes.form.min',
  max: 'nodes.form.max',
  integer: 'nodes.form.integer',
  earliest: 'nodes.form.earliest',
  latest: 'nodes.form.latest',
  shownAs: 'nodes.form.shownAs',
  source: 'nodes.form.file',
  kind: 'nodes.form.mediaKind',
  caption: 'nodes.form.caption',
  filename: 'nodes.form.filename',
  url: 'nodes.form.url',
  templateName: 'nodes.form.templateName',
  parameters: 'nodes.form.templateParameters',
  phone: 'nodes.form.phone',
  latitude: 'nodes.form.latitude',
  longitude: 'nodes.form.longitude',
  address: 'nodes.form.address',
  name: 'nodes.form.placeName',
  branches: 'nodes.form.branches',
  group: 'nodes.form.match',
  match: 'nodes.form.match',
  rules: 'compare.fields.rules',
  subject: 'nodes.form.subject',
  operator: 'nodes.form.operator',
  assignments: 'nodes.form.assignments',
  amount: 'nodes.form.amount',
  unit: 'nodes.form.unit',
  time: 'nodes.form.time',
  days: 'nodes.form.days',
  nodeId: 'nodes.form.target',
  method: 'nodes.form.method',
  headers: 'nodes.form.headers',
  body: 'nodes.form.body',
  timeoutSeconds: 'nodes.form.timeoutSeconds',
  retries: 'nodes.form.retries',
  saveResponseAs: 'nodes.form.saveResponseAs',
  saveStatusAs: 'nodes.form.saveStatusAs',
  mapping: 'nodes.form.mapping',
  path: 'compare.fields.path',
  variable: 'nodes.form.variable',
  to: 'nodes.form.handoverTo',
  message: 'nodes.form.text',
  note: 'nodes.form.note',
  color: 'nodes.form.noteColor',
  triggers: 'nodes.form.triggers',
  words: 'nodes.form.words',
  interrupts: 'nodes.form.interrupts',
  groups: 'nodes.form.groups',
  priority: 'nodes.form.priority',
  activeHours: 'nodes.form.activeHours',
  timeZone: 'nodes.form.timeZone',
  language: 'canvas.settings.language',
  tests: 'simulator.tray.tests',
  script: 'simulator.tests.script',
}

/** What a field is called where authors fill it in. A key that no form has a name for is taken apart: `maxWidth` is “max width”. */
export function labelOf(key: string): string {
  const known = Object.hasOwn(LABELS, key) ? LABELS[key] : undefined
  if (known) return t(known)
  const words = key.replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ').toLowerCase()
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

const UNITS = {
  seconds: 'nodes.form.units.seconds',
  minutes: 'nodes.form.units.minutes',
  hours: 'nodes.form.units.hours',
  days: 'nodes.form.units.days',
} as const satisfies Readonly<Record<string, PlainKey>>

/** A plain value, or a list of them, as people read it. */
export function valueWords(key: string, value: JsonValue): string {
  if (Array.isArray(value)) return formatList(value.map((each: JsonValue) => valueWords(key, each)))
  if (value === true) return t('nodes.form.yes')
  if (typeof value === 'string' && key === 'unit' && Object.hasOwn(UNITS, value)) {
    // `hasOwn` says so.
    return t(UNITS[value as keyof typeof UNITS])
  }
  const operator = key === 'operator' ? OPERATORS.find((each) => each === value) : undefined
  if (operator) return t(`nodes.form.operators.${operator}`)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
