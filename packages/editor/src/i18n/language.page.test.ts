import { readFileSync } from 'node:fs'
import path from 'node:path'
import { runInThisContext } from 'node:vm'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { resolve, setLanguage, startLanguage, useLanguage } from './language.ts'
import { LOCALES } from './locales.ts'
import { needTexts, t } from './t.ts'

const firstPaint = readFileSync(
  path.resolve(import.meta.dirname, '../../public/firstPaint.js'),
  'utf8',
)

afterEach(async () => {
  vi.unstubAllGlobals()
  await setLanguage('en')
  localStorage.clear()
})

describe('the language of a browser', () => {
  const cases = [
    [['es-MX', 'en'], 'es'],
    [['de', 'ar-EG'], 'ar'],
    [['EN-us'], 'en'],
    [['de', 'fr'], 'en'],
    [['eso'], 'en'],
    [[], 'en'],
  ] as const

  it.each(cases)('%s is %s', (languages, expected) => {
    expect(resolve('browser', languages)).toBe(expected)
  })

  it.each(cases)('%s is %s before the first paint, too', (languages, expected) => {
    paintFirst(languages)
    expect(document.documentElement.lang).toBe(expected)
    expect(document.documentElement.dir).toBe(LOCALES[expected].direction)
  })
})

describe('a language that was chosen', () => {
  it('is kept for later visits, whatever the browser says', async () => {
    await setLanguage('ar')
    paintFirst(['es'])
    expect(document.documentElement).toMatchObject({ lang: 'ar', dir: 'rtl' })
  })

  it('is forgotten by choosing the one of the browser', async () => {
    await setLanguage('ar')
    vi.stubGlobal('navigator', { languages: ['es'] })
    await setLanguage('browser')
    expect(t('common.save')).toBe('Guardar')
    paintFirst(['es'])
    expect(document.documentElement).toMatchObject({ lang: 'es', dir: 'ltr' })
  })
})

it('starts in the language that was chosen', async () => {
  useLanguage.setState({ choice: 'es' })
  await startLanguage()
  expect(t('common.save')).toBe('Guardar')
})

it('speaks each language with the texts of the groups that are needed', async () => {
  await setLanguage('es')
  expect(t('canvas.commands.undo')).toBe('Undo')
  await needTexts('canvas')
  expect(t('canvas.commands.undo')).toBe('Deshacer')
  await setLanguage('ar')
  expect(t('canvas.commands.undo')).toBe('تراجع')
  expect(t('flows.count', { count: 11 })).toBe('11 تدفقًا')
  await setLanguage('en')
  expect(t('canvas.commands.undo')).toBe('Undo')
})

it('lets everybody wait who asks for texts that are on their way, and asks anew where they did not come', async () => {
  await setLanguage('es')
  const { load } = LOCALES.es
  if (!load) throw new Error('Only English comes without loading.')
  vi.spyOn(load, 'typebot').mockRejectedValueOnce(new Error('offline'))
  const [first, second] = await Promise.allSettled([needTexts('typebot'), needTexts('typebot')])
  expect([first.status, second.status]).toEqual(['rejected', 'rejected'])
  expect(t('typebot.open')).toBe('Open the flow')
  await needTexts('typebot')
  expect(t('typebot.open')).toBe('Abrir el flujo')
})

it('loads in a new language what a page asks for while the language changes', async () => {
  await setLanguage('es')
  const changing = setLanguage('ar')
  await needTexts('developers')
  await changing
  expect(t('keys.title')).toBe('مفاتيح API')
})

it('fetches the files of the canvas at once for whoever opens a flow, and for nobody else', () => {
  document.head.innerHTML = '<meta name="parley-files-canvas" content="assets/a.js assets/b.css" />'
  const fetched = () =>
    [...document.querySelectorAll('link')].map(
      ({ rel, href }) => `${rel} ${new URL(href).pathname}`,
    )
  history.replaceState(null, '', '/flows')
  expect(paintFirst(['en'])).toEqual(['/api/v1/auth/me'])
  expect(fetched()).toEqual([])
  history.replaceState(null, '', '/flows/flow_1?node=n2')
  localStorage.setItem('parley.workspace', 'ws_1')
  expect(paintFirst(['en'])).toEqual([
    '/api/v1/auth/me',
    '/api/v1/flows/flow_1/document',
    '/api/v1/flows/flow_1/summary',
  ])
  expect(askedFor.mock.lastCall?.[1]?.headers).toMatchObject({ 'X-Workspace-Id': 'ws_1' })
  expect(fetched()).toEqual(['modulepreload /assets/a.js', 'preload /assets/b.css'])
  document.head.innerHTML = ''
  history.replaceState(null, '', '/')
})

const askedFor = vi.fn<typeof fetch>(async () => Response.json({}))

/** @returns what it asks the server for */
function paintFirst(languages: readonly string[]): readonly unknown[] {
  askedFor.mockClear()
  vi.stubGlobal('fetch', askedFor)
  vi.stubGlobal('navigator', { languages })
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  // The script has no exports: it is for the page alone.
  runInThisContext(firstPaint)
  return askedFor.mock.calls.map(([url]) => url)
}
