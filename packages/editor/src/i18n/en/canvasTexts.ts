import { canvas } from './canvas.ts'
import { compare } from './compare.ts'
import { flowTests } from './flowTests.ts'
import { languages } from './languages.ts'
import { nodes } from './nodes.ts'
import { problems } from './problems.ts'
import { publish } from './publish.ts'
import { publishing } from './publishing.ts'
import { simulator } from './simulator.ts'
import { words } from './words.ts'

/** What is said on the canvas and around it: more than half of all texts, so it comes with that page. */
export const canvasTexts = {
  canvas,
  compare,
  flowTests,
  languages,
  nodes,
  problems,
  publish,
  publishing,
  simulator,
  words,
} as const

export type CanvasTexts = typeof canvasTexts
