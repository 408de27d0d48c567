import { createContext } from 'react'
import type { FieldPath } from '../form/NodeFormContext.ts'
import type { VariableChoice } from '../form/words/variables.ts'

/** The text of a card that is being written, where it stands. */
export interface CardWriting {
  /** Which one; see {@link wordsKey}. */
  readonly key: string
  readonly value: string
  readonly isMultiline: boolean
  /** What can be put between {{ and }}. */
  readonly variables: () => readonly VariableChoice[]
  readonly change: (value: string) => void
  /** Ends it; by the keyboard, the canvas has the focus then. */
  readonly end: (by: 'keyboard' | 'pointer') => void
  /** Goes on with the next text of the card, or the one before. */
  readonly goOn: (step: 1 | -1) => void
  readonly undo: () => void
  readonly redo: () => void
}

/** Null on every card but the one that is being written on. */
export const CardWritingContext = createContext<CardWriting | null>(null)

/** The name of a text within its node: `buttons.0.title`. */
export const wordsKey = (path: FieldPath): string => path.join('.')
