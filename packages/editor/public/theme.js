// Runs before the first paint, so that a dark-theme visitor never sees a white flash. A file of its own, because the
// server's content security policy allows no inline scripts. Mirrors src/ui/theme.ts.
;(() => {
  let choice = 'system'
  try {
    choice = localStorage.getItem('parley.theme') ?? 'system'
  } catch {
    // Storage can be switched off; the system's choice it is.
  }
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
})()
