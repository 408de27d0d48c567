// Runs before the first paint, so that a dark-theme visitor never sees a white flash, a reader of Arabic never a page that
// turns round, and whoever opens a flow waits for its files once only. A file of its own, because the server's content
// security policy allows no inline scripts. Mirrors src/ui/theme.ts, src/i18n/language.ts and src/api/workspace.ts.
;(() => {
  const page = document.documentElement
  const stored = (key) => {
    try {
      return localStorage.getItem(key)
    } catch {
      // Storage can be switched off; what the system and the browser say it is.
      return null
    }
  }

  const theme = stored('parley.theme')
  const dark =
    theme === 'dark' || (theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  page.dataset.theme = dark ? 'dark' : 'light'

  const directions = { en: 'ltr', es: 'ltr', ar: 'rtl' }
  const wanted = [stored('parley.language') ?? '', ...navigator.languages]
  const language =
    wanted
      .map((each) => each.toLowerCase().split('-')[0])
      .find((each) => Object.hasOwn(directions, each)) ?? 'en'
  page.lang = language
  page.dir = directions[language]

  // The same policy lets nothing make code of text. Schemas would try once, and be reported for it.
  window.__zod_globalConfig = { jitless: true }

  // What every page asks the server for, and a flow's page beside it, need not wait for the program. `src/api/asked.ts`
  // hands the answers on.
  const workspace = stored('parley.workspace')
  const headers = { Accept: 'application/json', ...(workspace && { 'X-Workspace-Id': workspace }) }
  const asked = {}
  const ask = (path) => {
    asked[path] = fetch(path, { headers, credentials: 'same-origin' })
    // Whoever takes the answer hears of its failure; nobody has to take it.
    asked[path].catch(() => undefined)
  }
  window.parleyAsked = asked
  ask('/api/v1/auth/me')
  const [, flowId] = /^\/flows\/([^/]+)$/.exec(location.pathname) ?? []
  if (!flowId) return
  ask(`/api/v1/flows/${flowId}/document`)
  ask(`/api/v1/flows/${flowId}/summary`)

  // The canvas is the largest page; all of its files are fetched at once. Their names are written by the build.
  const files = document.querySelector('meta[name="parley-files-canvas"]')?.content
  for (const file of files?.split(' ') ?? []) {
    const link = document.createElement('link')
    const isStyle = file.endsWith('.css')
    link.rel = isStyle ? 'preload' : 'modulepreload'
    if (isStyle) link.as = 'style'
    // As the program will ask for it.
    link.crossOrigin = ''
    // The program itself comes first.
    link.fetchPriority = 'low'
    link.href = `/${file}`
    document.head.append(link)
  }
})()
