import type { CanvasTexts } from '../en/canvasTexts.ts'
import { canvas } from './canvas.ts'
import { compare } from './compare.ts'
import { flowTests } from './flowTests.ts'
import { languages } from './languages.ts'
import { nodes } from './nodes.ts'
import { problems } from './problems.ts'
import { publish } from './publish.ts'
import { publishing } from './publishing.ts'
import type { SpanishOf } from './SpanishOf.ts'
import { simulator } from './simulator.ts'
import { words } from './words.ts'

export const canvasTexts: SpanishOf<CanvasTexts> = {
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
