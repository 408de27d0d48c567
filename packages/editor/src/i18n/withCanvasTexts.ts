import { canvasTexts } from './en/canvasTexts.ts'
import { addTexts } from './t.ts'

// To be imported by what needs the texts of the canvas, for this effect.
addTexts(canvasTexts)
