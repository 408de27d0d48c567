import type { LiquidScope } from '@parley/shared'
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import {
  completeFilter,
  completeToFilter,
  completeVariable,
  type Filled,
  type Opening,
  openingAt,
  type Syntax,
} from './completion.ts'
import { continueLine, type LineKind, type Mark, toggleLines, toggleMark } from './marks.ts'
import { type Suggestion, suggest } from './suggest.ts'
import { useSteadyCaret } from './useSteadyCaret.ts'
import type { VariableChoice } from './variables.ts'

export interface WordsOptions {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What {{ offers; none: plain words. */
  readonly variables: readonly VariableChoice[]
  readonly syntax?: Syntax
  /** The values to show beside variables and filters, asked for while they are offered. */
  readonly values: () => LiquidScope
  readonly isMultiline: boolean
  /** The marks of WhatsApp by keyboard, and lists that go on by Enter. */
  readonly hasFormatting: boolean
  readonly isReadOnly: boolean
}

/** A text of the author's while it is written: what the control needs, what is offered, and what can be done to it. */
export interface Words {
  /** For the `textarea`, beside what makes it look like one. */
  readonly control: {
    readonly ref: (element: HTMLTextAreaElement | null) => void
    readonly value: string
    readonly readOnly: boolean
    readonly onChange: (event: { currentTarget: HTMLTextAreaElement }) => void
    readonly onSelect: (event: { currentTarget: HTMLTextAreaElement }) => void
    readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void
    readonly onBlur: () => void
    readonly 'aria-autocomplete'?: 'list'
    readonly 'aria-controls'?: string
    readonly 'aria-activedescendant'?: string
  }
  readonly suggestions: {
    readonly listId: string
    readonly kind: Opening['kind']
    readonly items: readonly Suggestion[]
    readonly active: number
    readonly setActive: (index: number) => void
    readonly take: (index: number) => void
  }
  /** Puts something where the caret is. */
  readonly insert: (words: string) => void
  /** Begins a variable where the caret is, and offers all of them. */
  readonly insertVariable: () => void
  readonly mark: (mark: Mark) => void
  readonly markLines: (kind: LineKind) => void
}

/** Everything about writing into a field for words that is not its looks. */
export function useWords(options: WordsOptions): Words {
  const { value, onChange, variables, values, isReadOnly, hasFormatting, isMultiline } = options
  const { syntax = 'template' } = options
  const element = useRef<HTMLTextAreaElement | null>(null)
  const selectionAfter = useRef<{ start: number; end: number } | null>(null)
  const noteCaret = useSteadyCaret(element, value)
  const [opening, setOpening] = useState<Opening | null>(null)
  const [active, setActive] = useState(0)
  const listId = useId()
  const isOffering = opening !== null && variables.length > 0 && !isReadOnly
  const found = isOffering ? suggest(opening, variables, values) : []
  // A whole name in an expression is as it shall be; in a template the }} is missing.
  const isWhole = syntax === 'expression' && found.length === 1 && found[0]?.name === opening?.typed
  const items = isWhole ? [] : found

  useLayoutEffect(() => {
    if (!selectionAfter.current) return
    element.current?.setSelectionRange(selectionAfter.current.start, selectionAfter.current.end)
    selectionAfter.current = null
  })

  const look = (control: HTMLTextAreaElement) => {
    const { selectionStart: start, selectionEnd: end } = control
    setOpening(start === end ? openingAt(control.value, start, syntax) : null)
    setActive(0)
  }
  /** Nothing opens an expression: names are offered while one is typed, or by the arrow that opens lists. */
  const lookAgain = (control: HTMLTextAreaElement) => {
    if (syntax === 'template' || opening) look(control)
  }
  const write = (filled: Filled) => {
    selectionAfter.current = { start: filled.start, end: filled.end }
    element.current?.focus()
    onChange(filled.text)
  }
  const change = (edit: (text: string, selection: { start: number; end: number }) => Filled) => {
    const control = element.current
    if (!control || isReadOnly) return
    write(edit(value, { start: control.selectionStart, end: control.selectionEnd }))
  }
  const take = (index: number) => {
    const item = items[index]
    if (!opening || !item) return
    setOpening(null)
    write(
      item.kind === 'variable'
        ? completeVariable(value, opening, item.name, syntax)
        : completeFilter(value, opening, item, syntax),
    )
  }
  const mark = (kind: Mark) => change((text, selection) => toggleMark(text, selection, kind))
  const markLines = (kind: LineKind) =>
    change((text, selection) => toggleLines(text, selection, kind))

  /** True when a key meant something to what is offered. */
  const chooses = (key: string): boolean => {
    if (items.length === 0) return false
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    const item = items[active]
    if (step !== 0) setActive((active + step + items.length) % items.length)
    else if (key === 'Enter' || key === 'Tab') take(active)
    else if (key === '|' && opening?.kind === 'variable' && opening.typed !== '' && item) {
      const filled = completeToFilter(value, opening, item.name, syntax)
      write(filled)
      setOpening(openingAt(filled.text, filled.start, syntax))
      setActive(0)
    } else if (key === 'Escape') setOpening(null)
    else return false
    return true
  }
  /** True when a key formats. */
  const formats = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (!hasFormatting || isReadOnly) return false
    const wanted = formatOf(event)
    if (wanted === null) return false
    if ('mark' in wanted) mark(wanted.mark)
    else markLines(wanted.lines)
    return true
  }
  const goesOn = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return false
    // A text of one line has no other.
    if (!isMultiline) return true
    const { selectionStart, selectionEnd } = event.currentTarget
    if (!hasFormatting || isReadOnly || event.shiftKey || selectionStart !== selectionEnd) {
      return false
    }
    const filled = continueLine(value, selectionStart)
    if (filled) write(filled)
    return filled !== null
  }

  return {
    control: {
      ref: (control) => {
        element.current = control
      },
      value,
      readOnly: isReadOnly,
      onChange: ({ currentTarget }) => {
        noteCaret(currentTarget)
        // What is pasted into one line becomes one.
        onChange(isMultiline ? currentTarget.value : currentTarget.value.replace(/\s*\n\s*/gu, ' '))
        look(currentTarget)
      },
      onSelect: ({ currentTarget }) => {
        noteCaret(currentTarget)
        lookAgain(currentTarget)
      },
      onKeyDown: (event) => {
        const isMeant =
          (!event.nativeEvent.isComposing && chooses(event.key)) || formats(event) || goesOn(event)
        const isAsking = syntax === 'expression' && !opening && event.key === 'ArrowDown'
        if (isAsking) look(event.currentTarget)
        if (!isMeant && !isAsking) return
        event.preventDefault()
        event.stopPropagation()
      },
      onBlur: () => setOpening(null),
      ...(items.length > 0 && {
        'aria-autocomplete': 'list' as const,
        'aria-controls': listId,
        'aria-activedescendant': `${listId}-${active}`,
      }),
    },
    suggestions: { listId, kind: opening?.kind ?? 'variable', items, active, setActive, take },
    insert: (words) =>
      change((text, { start, end }) => {
        const at = start + words.length
        return { text: text.slice(0, start) + words + text.slice(end), start: at, end: at }
      }),
    insertVariable: () =>
      change((text, { end }) => {
        const at = end + 2
        setOpening({ kind: 'variable', from: end, caret: at, typed: '' })
        setActive(0)
        return { text: `${text.slice(0, end)}{{${text.slice(end)}`, start: at, end: at }
      }),
    mark,
    markLines,
  }
}

type Format = { readonly mark: Mark } | { readonly lines: LineKind }

/** The keys of WhatsApp on computers, and of most editors for lists. By `code` where Shift changes what a key writes. */
const FORMAT_KEYS: Readonly<Record<string, Format>> = {
  KeyB: { mark: 'bold' },
  KeyI: { mark: 'italic' },
  'Shift+KeyX': { mark: 'strike' },
  'Shift+KeyM': { mark: 'code' },
  'Shift+Digit7': { lines: 'numbers' },
  'Shift+Digit8': { lines: 'bullets' },
  'Shift+Digit9': { lines: 'quote' },
}

/** How the same keys are written in tooltips. */
export const FORMAT_SHORTCUTS: Readonly<Record<Mark | LineKind, string>> = {
  bold: 'mod+b',
  italic: 'mod+i',
  strike: 'mod+shift+x',
  code: 'mod+shift+m',
  numbers: 'mod+shift+7',
  bullets: 'mod+shift+8',
  quote: 'mod+shift+9',
}

function formatOf(event: KeyboardEvent): Format | null {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return null
  return FORMAT_KEYS[`${event.shiftKey ? 'Shift+' : ''}${event.code}`] ?? null
}
