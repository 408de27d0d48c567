import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'

const SOURCES = path.resolve(import.meta.dirname, '..')

/** What a component says by an attribute. */
const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'description',
  'empty',
  'heading',
  'help',
  'hint',
  'label',
  'placeholder',
  'title',
])

it('components say nothing that is not in the dictionaries', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && !file.includes('.test.'),
  )
  expect(files.length).toBeGreaterThan(100)
  const found = files.flatMap((file) =>
    literalsIn(readFileSync(path.join(SOURCES, file), 'utf8')).map((text) => `${file}: ${text}`),
  )
  expect(found).toEqual([])
})

it.each([
  ['<p>Hello there</p>', 'Hello there'],
  ['<p>{isNew ? "Fresh" : name}</p>', 'Fresh'],
  ['<p>{`Hello ${name}`}</p>', 'Hello '],
  ['<input placeholder="Your name" />', 'Your name'],
  ['<Field label={isNew && "New name"} />', 'New name'],
  ['toast({ title: "Saved it" })', 'Saved it'],
])('would find %s', (code, text) => {
  expect(literalsIn(`export const it = () => ${code}`)).toEqual([text])
})

it.each([
  '<p className="flex gap-2">{t("common.save")}</p>',
  '<p title={t("common.save")}>·</p>',
  '<b>{name}: {count}</b>',
])('lets %s pass', (code) => {
  expect(literalsIn(`export const it = () => ${code}`)).toEqual([])
})

/** A part of a syntax tree: its kind and, by names that depend on it, further parts. */
interface Part {
  readonly type: string
  readonly [name: string]: unknown
}

function literalsIn(code: string): readonly string[] {
  const found: string[] = []
  // The parser's own types are those of many kinds of parts; here their names are enough.
  visit(parseAst(code, { lang: 'tsx' }) as unknown as Part, found)
  return found
}

function visit(part: Part, found: string[]): void {
  if (part.type === 'JSXText') note(part['value'], found)
  if (part.type === 'JSXExpressionContainer') say(part['expression'], found)
  if (part.type === 'JSXAttribute') {
    const name = isPart(part['name']) ? part['name']['name'] : undefined
    if (!isSpoken(name)) return visitAll(part, found, { says: false })
    say(part['value'], found)
  }
  if (part.type === 'CallExpression' && isToast(part['callee'])) {
    for (const { key, value } of propertiesOf(part['arguments']))
      if (isSpoken(key)) say(value, found)
  }
  visitAll(part, found, { says: true })
}

/** The parts of `part`; where it says nothing itself (a class, an address), only what is drawn inside. */
function visitAll(part: Part, found: string[], { says }: { says: boolean }): void {
  for (const inner of Object.values(part).flat()) {
    if (!isPart(inner)) continue
    if (inner.type === 'JSXExpressionContainer' && !says) visitAll(inner, found, { says: true })
    else visit(inner, found)
  }
}

/** Notes what an expression comes to, as far as that is written in it. */
function say(value: unknown, found: string[]): void {
  if (!isPart(value)) return
  const { type } = value
  if (type === 'Literal') note(value['value'], found)
  if (type === 'TemplateLiteral') {
    // By the definition of syntax trees: each piece of a template has its words so.
    for (const { value: words } of value['quasis'] as { value: { cooked: string } }[])
      note(words.cooked, found)
  }
  if (type === 'ConditionalExpression') {
    say(value['consequent'], found)
    say(value['alternate'], found)
  }
  if (type === 'LogicalExpression') say(value['right'], found)
}

function note(text: unknown, found: string[]): void {
  if (typeof text !== 'string' || !/\p{L}{2}/u.test(text)) return
  // An address is the same in every language.
  if (!text.trim().startsWith('/')) found.push(text.replaceAll(/\s+/gu, ' '))
}

const isSpoken = (name: unknown): boolean => typeof name === 'string' && SPOKEN.has(name)

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const isToast = (callee: unknown): boolean => isPart(callee) && callee['name'] === 'toast'

const propertiesOf = (args: unknown): readonly { key: unknown; value: unknown }[] =>
  [args]
    .flat()
    .flatMap((each) =>
      isPart(each) && Array.isArray(each['properties']) ? each['properties'] : [],
    )
    .filter(isPart)
    .map(({ key, value }) => ({ key: isPart(key) ? key['name'] : undefined, value }))
