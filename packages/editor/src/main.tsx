import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { startLanguage } from './i18n/language.ts'
import './ui/styles.css'

const root = document.getElementById('root')
// Not awaited at the top: parts of the program that wait for this file would wait for themselves.
if (root) void startLanguage().then(() => createRoot(root).render(<App />))
