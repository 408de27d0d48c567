import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { isApple } from '../../ui/Kbd.tsx'
import { completeVariable, matching, type Opening, openingAt } from '../form/words/completion.ts'
import { useSteadyCaret } from '../form/words/useSteadyCaret.ts'
import type { CardWriting } from './cardWriting.ts'
import { LINE_HEIGHT } from './metrics.ts'

/** Beyond this many lines the field scrolls. */
const MOST_LINES = 14
const MOST_CHOICES = 50

/** A field that looks like the words it stands for. */
export function WordsInPlace({
  writing,
  placeholder,
  className,
}: {
  writing: CardWriting
  placeholder: string
  className?: string | undefined
}) {
  const { value, isMultiline } = writing
  const field = useRef<HTMLTextAreaElement>(null)
  const caretAfter = useRef<number | null>(null)
  const noteCaret = useSteadyCaret(field, value)
  const [variables] = useState(writing.variables)
  const [opening, setOpening] = useState<Opening | null>(null)
  const [place, setPlace] = useState<DOMRect | null>(null)
  const [active, setActive] = useState(0)
  const choices =
    opening?.kind === 'variable' ? matching(variables, opening.typed).slice(0, MOST_CHOICES) : []

  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  useLayoutEffect(() => {
    const element = field.current
    if (!element) return
    element.style.height = 'auto'
    element.style.height = `${Math.min(element.scrollHeight, MOST_LINES * LINE_HEIGHT)}px`
    if (caretAfter.current === null) return
    element.setSelectionRange(caretAfter.current, caretAfter.current)
    caretAfter.current = null
  }, [value])

  const take = (name: string) => {
    if (!opening) return
    const filled = completeVariable(value, opening, name)
    caretAfter.current = filled.end
    setOpening(null)
    writing.change(filled.text)
  }
  const look = (element: HTMLTextAreaElement) => {
    const caret = element.selectionStart
    noteCaret(element)
    setOpening(element.selectionEnd === caret ? openingAt(element.value, caret) : null)
    setActive(0)
    setPlace(element.getBoundingClientRect())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Letters that are being composed are not finished by the Enter that chooses them.
    if (event.nativeEvent.isComposing) return
    const isHandled =
      choices.length > 0
        ? chooseByKey(event.key, { active, count: choices.length }, (did) => {
            if (did === 'close') setOpening(null)
            else if (did === 'take') take(choices[active]?.name ?? '')
            else setActive(did)
          })
        : endByKey(event, writing)
    // What is typed is none of the canvas's business.
    event.stopPropagation()
    if (isHandled) event.preventDefault()
  }
  return (
    // Cut as the words are while nobody writes, the caret would run out of sight.
    <div className={cn(className, 'overflow-visible')}>
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        aria-label={t('canvas.card.words')}
        aria-autocomplete="list"
        className="nodrag nopan nowheel block w-full resize-none overflow-x-hidden overflow-y-auto rounded-xs border-0 bg-transparent p-0 whitespace-pre-wrap text-inherit outline-2 outline-offset-2 outline-primary [font:inherit] [text-align:inherit] select-text placeholder:text-bubble-meta placeholder:italic"
        value={value}
        placeholder={placeholder}
        onChange={({ currentTarget }) => {
          const { value: typed } = currentTarget
          writing.change(isMultiline ? typed : typed.replaceAll(/\s*\n\s*/gu, ' '))
          look(currentTarget)
        }}
        onSelect={({ currentTarget }) => look(currentTarget)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => writing.end('pointer')}
      />
      {choices.length > 0 && (
        <Choices names={choices} active={active} place={place} onActive={setActive} onTake={take} />
      )}
    </div>
  )
}

/** Walks through the list that `{{` opens. True when the key was one of those that do. */
function chooseByKey(
  key: string,
  { active, count }: { readonly active: number; readonly count: number },
  then: (did: number | 'take' | 'close') => void,
): boolean {
  if (key === 'ArrowDown') then((active + 1) % count)
  else if (key === 'ArrowUp') then((active - 1 + count) % count)
  else if (key === 'Enter' || key === 'Tab') then('take')
  else if (key === 'Escape') then('close')
  else return false
  return true
}

/** True when the key ends the writing, goes on elsewhere, or undoes. */
function endByKey(
  { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  writing: CardWriting,
): boolean {
  const hasMod = isApple() ? metaKey : ctrlKey
  const letter = key.toLowerCase()
  if (key === 'Escape' || (key === 'Enter' && (hasMod || !writing.isMultiline))) {
    writing.end('keyboard')
  } else if (key === 'Tab') writing.goOn(shiftKey ? -1 : 1)
  // The browser's own undo forgets everything as soon as somebody else types into the same text.
  else if (hasMod && (letter === 'y' || (letter === 'z' && shiftKey))) writing.redo()
  else if (hasMod && letter === 'z') writing.undo()
  else return false
  return true
}

/** The list of variables, over everything: a card cuts off what stands out of it. */
function Choices({
  names,
  active,
  place,
  onActive,
  onTake,
}: {
  names: readonly { readonly name: string; readonly description: string }[]
  active: number
  /** The field, on the screen. */
  place: DOMRect | null
  onActive: (index: number) => void
  onTake: (name: string) => void
}) {
  return createPortal(
    <ul
      role="listbox"
      aria-label={t('words.variables')}
      className="fixed z-50 max-h-56 w-72 overflow-y-auto rounded-card border border-line bg-surface p-1 shadow-pop"
      style={{ left: place?.left ?? 0, top: (place?.bottom ?? 0) + 4 }}
    >
      {names.map(({ name, description }, index) => (
        <li
          key={name}
          role="option"
          aria-selected={index === active}
          className={cn(
            'flex cursor-default items-baseline justify-between gap-3 rounded-md px-2 py-1.5',
            index === active && 'bg-hover',
          )}
          onPointerDown={(event) => {
            // The field keeps the focus.
            event.preventDefault()
            onTake(name)
          }}
          onPointerEnter={() => onActive(index)}
        >
          <span className="truncate font-mono text-[0.8125rem] text-ink" dir="ltr">
            {name}
          </span>
          <span className="truncate text-xs text-ink-faint">{description}</span>
        </li>
      ))}
    </ul>,
    document.body,
  )
}
