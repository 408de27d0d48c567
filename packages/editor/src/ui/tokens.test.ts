import { describe, expect, it } from 'vitest'
import css from './tokens.css?raw'

const [light = '', dark = ''] = css.split(/\[data-theme=.?dark.?\]/u)
const themes = { light: parseColours(light), dark: parseColours(dark) }

const AA_TEXT = 4.5
const AA_SHAPES = 3

const text: [string, string][] = [
  ...pairs(['ink', 'ink-muted', 'ink-faint'], ['canvas', 'surface', 'sunken', 'hover']),
  ...pairs(
    ['primary', 'danger', 'warning', 'success', 'info', 'accent'],
    ['canvas', 'surface', 'sunken'],
  ),
  ...['primary', 'danger', 'warning', 'success', 'info'].map((tone): [string, string] => [
    `on-${tone}-soft`,
    `${tone}-soft`,
  ]),
  ...['primary', 'danger', 'accent'].map((tone): [string, string] => [`on-${tone}`, tone]),
  ['on-primary', 'primary-hover'],
  ['on-danger', 'danger-hover'],
  ...pairs(['bubble-ink', 'bubble-meta', 'bubble-link', 'tick-read'], ['bubble-in', 'bubble-out']),
  ...pairs(
    ['start', 'messages', 'questions', 'logic', 'actions', 'canvas'].map(
      (group) => `group-${group}`,
    ),
    ['surface', 'sunken'],
  ),
]
const shapes = pairs(['line-strong', 'focus'], ['canvas', 'surface', 'sunken'])

describe.each(Object.entries(themes))('the %s theme', (_name, colours) => {
  it.each(text)('shows %s on %s with a contrast of at least 4.5', (front, ground) => {
    expect(contrast(colours[front], colours[ground])).toBeGreaterThanOrEqual(AA_TEXT)
  })
  it.each(shapes)('shows %s on %s with a contrast of at least 3', (front, ground) => {
    expect(contrast(colours[front], colours[ground])).toBeGreaterThanOrEqual(AA_SHAPES)
  })
})

function parseColours(block: string): Record<string, string> {
  return Object.fromEntries(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/gu)].map((match) => [match[1], match[2]]),
  )
}

function pairs(fronts: string[], grounds: string[]): [string, string][] {
  return fronts.flatMap((front) => grounds.map((ground): [string, string] => [front, ground]))
}

/** WCAG 2.2 contrast ratio of two #rrggbb colours. */
function contrast(a = '', b = ''): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
