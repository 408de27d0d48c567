import { ChevronDown, ChevronUp, Replace, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useFlow, useFlowEditor, usePanels } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { nodeTitle } from '../../../nodes/nodeTitle.ts'
import { Button } from '../../../ui/Button.tsx'
import { cn } from '../../../ui/cn.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Input } from '../../../ui/Input.tsx'
import { findInFlow, type Match, MOST_MATCHES, replaceMatches } from './findInFlow.ts'

/** Searches the texts of the flow while the canvas shows what is found. */
export function FindBar() {
  const isFinding = usePanels((state) => state.isFinding)
  return isFinding && <OpenFindBar />
}

const MENU_CLOSING_MS = 80

function OpenFindBar() {
  const editor = useFlowEditor()
  const nodes = useFlow((state) => state.nodes)
  const findWanted = usePanels((state) => state.findWanted)
  const [wanted, setWanted] = useState('')
  const [replacement, setReplacement] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const matches = useMemo(() => findInFlow({ nodes }, wanted), [nodes, wanted])
  // Others edit, too: what was the tenth match may be the last now.
  const current = matches.length === 0 ? -1 : Math.min(at, matches.length - 1)

  useEffect(() => {
    const enter = () => {
      input.current?.focus()
      input.current?.select()
    }
    enter()
    // A menu that this was chosen from gives the focus back to its button once it has closed.
    const again = setTimeout(() => {
      if (input.current?.value === '') enter()
    }, MENU_CLOSING_MS)
    return () => clearTimeout(again)
  }, [findWanted])

  const show = (found: readonly Match[], index: number) => {
    const match = found[index]
    setAt(Math.max(0, index))
    if (!match) return
    editor.canvas.select([match.nodeId])
    editor.viewport?.reveal([match.nodeId])
  }
  const step = (by: number) => {
    if (matches.length > 0) show(matches, (current + by + matches.length) % matches.length)
  }
  const search = (words: string) => {
    setWanted(words)
    show(findInFlow({ nodes }, words), 0)
  }
  const close = () => {
    editor.panels.setState({ isFinding: false })
    editor.viewport?.focus()
  }
  const open = (match: Match | undefined) => {
    if (!match) return
    editor.openField(match)
  }
  const replace = (which: readonly Match[]) => {
    if (replacement === null) return
    editor.edit(replaceMatches(editor.draft(), which, replacement))
    const count = which.filter(({ canReplace }) => canReplace).length
    editor.say(t('canvas.find.replaced', { count }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) open(matches[current])
    else if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
    else if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else return
    event.preventDefault()
  }
  return (
    <div
      role="search"
      aria-label={t('canvas.find.label')}
      data-region
      className="absolute start-3 top-3 z-20 flex max-h-[min(28rem,70%)] w-[26rem] max-w-[calc(100%-1.5rem)] animate-fade-in flex-col rounded-panel border border-line bg-surface shadow-pop"
    >
      <div className="flex flex-wrap items-center justify-end gap-1 p-2">
        <Input
          ref={input}
          aria-label={t('canvas.find.label')}
          placeholder={t('canvas.find.placeholder')}
          value={wanted}
          role="combobox"
          aria-expanded={matches.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(current !== -1 && { 'aria-activedescendant': `${listId}-${current}` })}
          dir="auto"
          className="min-w-0 grow basis-full sm:basis-0"
          onChange={(event) => search(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <output className="min-w-14 shrink-0 px-1 text-center text-xs text-ink-muted">
          {wanted.trim() === '' ? '' : countWords(current, matches.length)}
        </output>
        <IconButton
          size="sm"
          label={t('canvas.find.previous')}
          shortcut="shift+enter"
          icon={<ChevronUp />}
          onClick={() => step(-1)}
        />
        <IconButton
          size="sm"
          label={t('canvas.find.next')}
          shortcut="enter"
          icon={<ChevronDown />}
          onClick={() => step(1)}
        />
        {!editor.isReadOnly && (
          <IconButton
            size="sm"
            label={t('canvas.find.replaceToo')}
            icon={<Replace />}
            isPressed={replacement !== null}
            onClick={() => setReplacement((was) => (was === null ? '' : null))}
          />
        )}
        <IconButton
          size="sm"
          label={t('common.close')}
          shortcut="escape"
          icon={<X />}
          onClick={close}
        />
      </div>
      {replacement !== null && (
        <div className="flex items-center gap-1.5 px-2 pb-2">
          <Input
            aria-label={t('canvas.find.replacement')}
            placeholder={t('canvas.find.replacement')}
            value={replacement}
            dir="auto"
            className="min-w-0 flex-1"
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => event.key === 'Escape' && close()}
          />
          <Button
            size="sm"
            disabled={!matches[current]?.canReplace}
            onClick={() => replace(matches.slice(current, current + 1))}
          >
            {t('canvas.find.replaceOne')}
          </Button>
          <Button
            size="sm"
            disabled={!matches.some(({ canReplace }) => canReplace)}
            onClick={() => replace(matches)}
          >
            {t('canvas.find.replaceAll')}
          </Button>
        </div>
      )}
      {matches.length > 0 && (
        <MatchList
          id={listId}
          matches={matches}
          current={current}
          onChoose={(index) => show(matches, index)}
          onOpen={open}
        />
      )}
    </div>
  )
}

const countWords = (current: number, count: number): string => {
  if (count === 0) return t('canvas.find.none')
  const shown = count === MOST_MATCHES ? `${count}+` : String(count)
  return t('canvas.find.position', { position: current + 1, count: shown })
}

/** Only the lines around the current one are drawn. */
const LINES_AROUND = 20

function MatchList({
  id,
  matches,
  current,
  onChoose,
  onOpen,
}: {
  id: string
  matches: readonly Match[]
  current: number
  onChoose: (index: number) => void
  onOpen: (match: Match) => void
}) {
  const first = Math.max(0, current - LINES_AROUND)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [current])
  return (
    <ul
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('canvas.find.matches')}
      className="min-h-0 flex-1 overflow-y-auto border-t border-line p-1.5"
    >
      {matches.slice(first, current + LINES_AROUND).map((match, offset) => {
        const index = first + offset
        return (
          // Keys stay in the field above, which moves through the lines.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            className={cn(
              'cursor-default rounded-md px-2 py-1.5 text-sm pointer-coarse:py-2.5',
              index === current ? 'bg-hover' : 'hover:bg-hover',
            )}
            onClick={() => onChoose(index)}
            onDoubleClick={() => onOpen(match)}
          >
            <MatchLine match={match} />
          </li>
        )
      })}
    </ul>
  )
}

/** Words before and after what was found, so that it can be told from others. */
const CONTEXT = 36

function MatchLine({ match: { nodeId, text, start, end } }: { match: Match }) {
  const editor = useFlowEditor()
  const node = editor.node(nodeId)
  const from = Math.max(0, start - CONTEXT)
  return (
    <>
      <span className="block truncate text-xs text-ink-faint" dir="auto">
        {node ? nodeTitle(node) : ''}
      </span>
      <span className="block truncate text-ink" dir="auto">
        {from > 0 && '…'}
        {text.slice(from, start)}
        <mark className="rounded-sm bg-warning-soft font-medium text-ink">
          {text.slice(start, end)}
        </mark>
        {text.slice(end, end + CONTEXT * 2)}
      </span>
    </>
  )
}
