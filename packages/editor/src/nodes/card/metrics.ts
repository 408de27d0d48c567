/**
 * Sizes of cards, in canvas units (pixels at zoom 1). A card's height follows from its data alone, so the canvas knows
 * where every card and handle is without drawing and measuring it; text that would not fit is cut with an ellipsis.
 */
export const CARD_WIDTH = 264
export const HEADER_HEIGHT = 44
/** A line with a way out of the node. */
export const ROW_HEIGHT = 30
/** Below the last thing on a card. */
export const CARD_FOOT = 8
export const LINE_HEIGHT = 18
export const NOTE_WIDTH = 232
/** The strip of a section that has its title. */
export const SECTION_HEAD = 44
/** A collapsed section. */
export const SECTION_CARD = { width: CARD_WIDTH, height: 72 } as const

const BUBBLE_PADDING = 12
const CHARACTERS_PER_LINE = 33

/** Lines that a text takes on a card, at least one and at most `max`. */
export function lineCount(text: string, max: number, perLine = CHARACTERS_PER_LINE): number {
  let lines = 0
  for (const paragraph of text.slice(0, perLine * max + max).split('\n')) {
    lines += Math.max(1, Math.ceil(paragraph.length / perLine))
    if (lines >= max) return max
  }
  return Math.max(1, lines)
}

export const bubbleHeight = (text: string, max = 5): number =>
  lineCount(text, max) * LINE_HEIGHT + BUBBLE_PADDING
