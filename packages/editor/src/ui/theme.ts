import { create } from 'zustand'

export type ThemeChoice = 'light' | 'dark' | 'system'
export type Theme = 'light' | 'dark'

const STORAGE_KEY = 'parley.theme'
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)')

interface ThemeState {
  readonly choice: ThemeChoice
  /** What is shown: the choice, or the system's. */
  readonly theme: Theme
}

/** Light or dark. `public/firstPaint.js` has set it before the first paint; this keeps it. */
export const useTheme = create<ThemeState>(() => {
  const choice = readChoice()
  return { choice, theme: resolve(choice) }
})

/** Changes the theme at once, and for later visits. */
export function setTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(STORAGE_KEY, choice)
  } catch {
    // Storage can be switched off; the choice lives as long as the tab.
  }
  apply(choice)
}

systemIsDark.addEventListener('change', () => apply(useTheme.getState().choice))

function apply(choice: ThemeChoice): void {
  const theme = resolve(choice)
  document.documentElement.dataset['theme'] = theme
  useTheme.setState({ choice, theme })
}

function resolve(choice: ThemeChoice): Theme {
  if (choice !== 'system') return choice
  return systemIsDark.matches ? 'dark' : 'light'
}

function readChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORAGE_KEY)
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}
