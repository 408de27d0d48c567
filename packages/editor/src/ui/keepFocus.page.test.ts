import { afterEach, expect, it, vi } from 'vitest'
import { keepFocus } from './keepFocus.ts'

const ENGLISH =
  '<nav><a href="#a">Flows</a></nav><main><button>One</button><button>Two</button></main>'
const SPANISH =
  '<nav><a href="#a">Flujos</a></nav><main><button>Uno</button><button>Dos</button></main>'

afterEach(() => {
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

function draw(words: string): HTMLElement {
  vi.stubGlobal('scrollTo', vi.fn())
  document.body.innerHTML = `<div id="root">${words}</div>`
  const root = document.getElementById('root')
  if (!root) throw new Error('Nothing was drawn')
  return root
}

const focus = (text: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent === text)?.focus()

it('puts the focus on what stands in the place of what had it', async () => {
  const root = draw(ENGLISH)
  focus('Two')
  const putBack = keepFocus(root)
  root.innerHTML = SPANISH
  await putBack()
  expect(document.activeElement?.textContent).toBe('Dos')
})

it('waits for what takes a moment to be drawn', async () => {
  const root = draw(ENGLISH)
  focus('Two')
  const putBack = keepFocus(root)
  root.innerHTML = '<p>…</p>'
  const done = putBack()
  root.innerHTML = SPANISH
  await done
  expect(document.activeElement?.textContent).toBe('Dos')
})

it('leaves people where they have gone meanwhile', async () => {
  const root = draw(ENGLISH)
  focus('Two')
  const putBack = keepFocus(root)
  root.innerHTML = SPANISH
  focus('Uno')
  await putBack()
  expect(document.activeElement?.textContent).toBe('Uno')
})

it('scrolls back to where the page was', async () => {
  const root = draw(ENGLISH)
  vi.stubGlobal('scrollY', 300)
  const putBack = keepFocus(root)
  vi.stubGlobal('scrollY', 0)
  await putBack()
  expect(window.scrollTo).toHaveBeenCalledWith({ top: 300, behavior: 'instant' })
})
