import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseAst } from 'vite'
import { expect, it } from 'vitest'
import { canvasTexts } from './en/canvasTexts.ts'
import { developerTexts } from './en/developerTexts.ts'
import { en } from './en/index.ts'

const SOURCES = path.resolve(import.meta.dirname, '..')

/** In which group the translations of an area are. The areas of `pages` are always there. */
const GROUP_OF: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(canvasTexts).map((area) => [area, 'canvas'])),
  ...Object.fromEntries(Object.keys(developerTexts).map((area) => [area, 'developers'])),
  typebot: 'typebot',
  auth: 'pages',
  contacts: 'pages',
  flows: 'pages',
  inbox: 'pages',
  numbers: 'pages',
}

it('whatever the program shows, its texts were loaded before: in English and in every other language', () => {
  const files = sourceFiles(SOURCES)
  expect(missingTexts('main.tsx', (file) => files.get(file))).toEqual([])
})

it('looks at every page', () => {
  const files = sourceFiles(SOURCES)
  const seen = new Set<string>()
  missingTexts('main.tsx', (file) => {
    seen.add(file)
    return files.get(file)
  })
  expect([...seen].filter((file) => file.endsWith('Page.tsx')).length).toBeGreaterThan(12)
  expect([...seen].filter((file) => file.startsWith('canvas/')).length).toBeGreaterThan(50)
})

const PAGE = `import './i18n/withKeyTexts.ts'; export const Page = () => t('keys.title')`

it.each([
  [
    'a page whose translations nobody loads',
    { 'main.tsx': `import('./page.tsx')`, 'page.tsx': PAGE },
    ['page.tsx: keys in other languages'],
  ],
  [
    'a page that does not bring its English',
    {
      'main.tsx': `Promise.all([import('./page.tsx'), needTexts('developers')])`,
      'page.tsx': `const KEYS = { a: 'keys.title' }`,
    },
    ['page.tsx: keys in English'],
  ],
  [
    'texts that are looked up by a name',
    {
      'main.tsx': `Promise.all([import('./page.tsx'), needTexts('developers')])`,
      'page.tsx': 'const words = (name) => t(`keys.${name}`)',
    },
    ['page.tsx: keys in English'],
  ],
  [
    'translations that only another page loads',
    {
      'main.tsx': `
        const a = () => Promise.all([import('./page.tsx'), needTexts('developers')])
        const b = () => import('./other.tsx')`,
      'page.tsx': PAGE,
      'other.tsx': `import { Page } from './page.tsx'`,
    },
    ['page.tsx: keys in other languages'],
  ],
])('would find %s', (_name, sources: Readonly<Record<string, string>>, expected) => {
  expect(missingTexts('main.tsx', (file) => sources[file])).toEqual(expected)
})

it('lets pass what a page has loaded for the dialogs that it opens', () => {
  const sources: Readonly<Record<string, string>> = {
    'main.tsx': `const page = () => Promise.all([import('./page.tsx'), needTexts('developers')])`,
    'page.tsx': `${PAGE}; const open = () => import('./dialog.tsx')`,
    'dialog.tsx': 't(`keys.${kind}`)',
  }
  expect(missingTexts('main.tsx', (file) => sources[file])).toEqual([])
})

/** What is loaded when some part of the program is drawn. */
interface Loaded {
  /** Groups that somebody has waited for: the translations. */
  readonly groups: ReadonlySet<string>
  /** Areas that were imported: the English. */
  readonly areas: ReadonlySet<string>
}

/**
 * Follows every way from a file to what it imports, at once or later, and says which areas of texts are used before
 * somebody has loaded them. An import that comes later has what was loaded before, and what is waited for in the same function.
 */
function missingTexts(
  entry: string,
  readSource: (file: string) => string | undefined,
): readonly string[] {
  const missing = new Set<string>()
  const parts = new Map<string, SourceFile | undefined>()
  const done = new Set<string>()
  const fileAt = (file: string) => {
    if (!parts.has(file)) {
      const source = readSource(file)
      parts.set(file, source === undefined ? undefined : readParts(file, source))
    }
    return parts.get(file)
  }
  const visit = (root: string, before: Loaded): void => {
    const key = [root, ...before.groups, '', ...before.areas].join(' ')
    if (done.has(key)) return
    done.add(key)
    const chunk = new Map<string, SourceFile>()
    const collect = (file: string): void => {
      const parsed = fileAt(file)
      if (!parsed || chunk.has(file)) return
      chunk.set(file, parsed)
      for (const next of parsed.imports) collect(next)
    }
    collect(root)
    const areas = union(
      before.areas,
      [...chunk.values()].flatMap((each) => each.brings),
    )
    for (const [file, { uses, opens }] of chunk) {
      for (const area of uses) {
        if (!areas.has(area)) missing.add(`${file}: ${area} in English`)
        const group = GROUP_OF[area] ?? 'pages'
        if (!before.groups.has(group)) missing.add(`${file}: ${area} in other languages`)
      }
      for (const { file: next, groups } of opens) {
        visit(next, { areas, groups: union(before.groups, groups) })
      }
    }
  }
  visit(entry, { groups: new Set(['pages']), areas: new Set(Object.keys(en)) })
  return [...missing].toSorted()
}

const union = (some: ReadonlySet<string>, more: Iterable<string>): ReadonlySet<string> =>
  new Set([...some, ...more].toSorted())

interface SourceFile {
  /** What is loaded together with it. */
  readonly imports: readonly string[]
  /** What is loaded later, with the groups of texts that are waited for together with it. */
  readonly opens: readonly { readonly file: string; readonly groups: readonly string[] }[]
  /** Areas of texts that it speaks of. */
  readonly uses: readonly string[]
  /** Areas of English texts that it adds to the others. */
  readonly brings: readonly string[]
}

function readParts(file: string, source: string): SourceFile {
  const imports: string[] = []
  const uses = new Set<string>()
  const opens: SourceFile['opens'][number][] = []
  const at = (address: unknown): string[] =>
    typeof address === 'string' && address.startsWith('.')
      ? [path.posix.join(path.posix.dirname(file), address)]
      : []
  const use = (area: unknown): void => {
    if (typeof area === 'string' && Object.hasOwn(GROUP_OF, area)) uses.add(area)
  }
  /** A key, or the beginning of one. */
  const useKey = (words: unknown): void => {
    if (typeof words === 'string') use(/^(\w+)\.\w/u.exec(words)?.[1])
  }
  /** Looks at a part of the program; `scope` collects what the function around it opens and waits for. */
  const look = (part: unknown, scope: { files: string[]; groups: string[] }): void => {
    if (Array.isArray(part)) {
      for (const each of part) look(each, scope)
      return
    }
    if (!isPart(part)) return
    if (part.type.startsWith('TS') && part.type.endsWith('Type')) return
    if (FUNCTIONS.has(part.type)) {
      const inner = { files: [], groups: [] }
      for (const child of childrenOf(part)) look(child, inner)
      close(inner)
      return
    }
    if (part.type === 'ImportDeclaration' || part.type.startsWith('Export')) {
      const { source: from, importKind, exportKind } = part
      if (importKind !== 'type' && exportKind !== 'type' && isPart(from))
        imports.push(...at(from['value']))
      if (part.type === 'ImportDeclaration') return
    }
    if (part.type === 'ImportExpression' && isPart(part['source']))
      scope.files.push(...at(part['source']['value']))
    if (part.type === 'CallExpression' && nameOf(part['callee']) === 'needTexts')
      scope.groups.push(...literalsOf(part['arguments']))
    if (part.type === 'CallExpression' && nameOf(part['callee']) === 't')
      use(/^\w+/u.exec(String(beginningOf(part['arguments'])))?.[0])
    // `texts.problems`: where whole areas are taken instead of single texts.
    if (part.type === 'MemberExpression' && nameOf(part['object']) === 'texts')
      use(nameOf(part['property']))
    if (part.type === 'Literal') useKey(part['value'])
    if (part.type === 'TemplateLiteral' && Array.isArray(part['quasis']))
      useKey(textOf(part['quasis'][0]))
    for (const child of childrenOf(part)) look(child, scope)
  }
  const close = ({ files, groups }: { files: string[]; groups: string[] }): void => {
    for (const each of files) opens.push({ file: each, groups })
  }
  const whole = { files: [], groups: [] }
  look(parseAst(source, { lang: file.endsWith('.tsx') ? 'tsx' : 'ts' }), whole)
  close(whole)
  return { imports, opens, uses: [...uses], brings: areasBroughtBy(imports) }
}

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionExpression', 'FunctionDeclaration'])

/** `i18n/withKeyTexts.ts` brings `keys`. */
function areasBroughtBy(imports: readonly string[]): readonly string[] {
  const brought = new Set(imports.map((file) => path.posix.basename(file)))
  return Object.entries(BRINGERS).flatMap(([file, areas]) => (brought.has(file) ? areas : []))
}

const BRINGERS: Readonly<Record<string, readonly string[]>> = {
  'withCanvasTexts.ts': Object.keys(canvasTexts),
  'withDeveloperTexts.ts': ['developers'],
  'withAuthTexts.ts': ['auth'],
  'withContactTexts.ts': ['contacts'],
  'withFlowTexts.ts': ['flows'],
  'withInboxTexts.ts': ['inbox'],
  'withNumberTexts.ts': ['numbers'],
  'withKeyTexts.ts': ['keys'],
  'withQueueTexts.ts': ['queue'],
  'withSettingsTexts.ts': ['settings'],
  'withTemplateTexts.ts': ['templates'],
  'withTypebotTexts.ts': ['typebot'],
  'withWebhookTexts.ts': ['webhooks'],
}

/** A part of a syntax tree: its kind and, by names that depend on it, further parts. */
interface Part {
  readonly type: string
  readonly [name: string]: unknown
}

const isPart = (value: unknown): value is Part =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (part: Part): readonly unknown[] =>
  Object.values(part).filter((value) => typeof value === 'object' && value !== null)

const nameOf = (part: unknown): unknown => (isPart(part) ? part['name'] : undefined)

const literalsOf = (parts: unknown): readonly string[] =>
  (Array.isArray(parts) ? parts : []).flatMap((part) =>
    isPart(part) && typeof part['value'] === 'string' ? [part['value']] : [],
  )

/** Of a template that is the first argument. */
function beginningOf(parts: unknown): unknown {
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined
  const quasis = isPart(first) ? first['quasis'] : undefined
  return Array.isArray(quasis) ? textOf(quasis[0]) : undefined
}

function textOf(part: unknown): unknown {
  const value = isPart(part) ? part['value'] : undefined
  return typeof value === 'object' && value !== null && 'cooked' in value ? value.cooked : undefined
}

/** By path from the sources, without tests and dictionaries. */
function sourceFiles(folder: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/u.test(file) && !file.includes('.test.'))
      .filter((file) => !file.startsWith('i18n/') || file === 'i18n/problemText.ts')
      .map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]),
  )
}
