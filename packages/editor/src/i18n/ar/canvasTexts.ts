import type { CanvasTexts } from '../en/canvasTexts.ts'
import type { ArabicOf } from './ArabicOf.ts'
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

export const canvasTexts: ArabicOf<CanvasTexts> = {
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
}
