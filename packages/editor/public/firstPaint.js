// Runs before the first paint, so that a dark-theme visitor never sees a white flash, a reader of Arabic never a page that
// turns round, and whoever opens a flow waits for its files once only. A file of its own, because the server's content
// security policy allows no inline scripts. Mirrors src/ui/theme.ts and src/i18n/language.ts.
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

  // The canvas is the largest page; all of its files are fetched at once. Their names are written by the build.
  const files = document.querySelector('meta[name="parley-files-canvas"]')?.content
  if (files && /^\/flows\/[^/]+$/.test(location.pathname)) {
    for (const file of files.split(' ')) {
      const link = document.createElement('link')
      const isStyle = file.endsWith('.css')
      link.rel = isStyle ? 'preload' : 'modulepreload'
      if (isStyle) link.as = 'style'
      link.href = `/${file}`
      document.head.append(link)
    }
  }
})()
