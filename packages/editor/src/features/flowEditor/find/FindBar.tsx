import { ChevronDown, ChevronUp, Replace, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { useFlowEditor, usePanels } from '../../../canvas/FlowEditor.ts'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Input } from '../../../ui/Input.tsx'
import { MOST_MATCHES } from './findInFlow.ts'
import { MatchList } from './MatchList.tsx'
import { useFinding } from './useFinding.ts'

/** Searches the texts of the flow while the canvas shows what is found. */
export function FindBar() {
  const isFinding = usePanels((state) => state.isFinding)
  return isFinding && <OpenFindBar />
}

function OpenFindBar() {
  const { isReadOnly } = useFlowEditor()
  const finding = useFinding()
  const { wanted, matches, current, replacement, step, open, close } = finding
  const input = useFieldToEnter()
  const listId = useId()
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
          onChange={(event) => finding.search(event.target.value)}
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
        {!isReadOnly && (
          <IconButton
            size="sm"
            label={t('canvas.find.replaceToo')}
            icon={<Replace />}
            isPressed={replacement !== null}
            onClick={() => finding.setReplacement(replacement === null ? '' : null)}
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
      {replacement !== null && <ReplaceRow finding={finding} words={replacement} />}
      {matches.length > 0 && (
        <MatchList
          id={listId}
          matches={matches}
          current={current}
          onChoose={finding.show}
          onOpen={open}
        />
      )}
    </div>
  )
}

function ReplaceRow({ finding, words }: { finding: ReturnType<typeof useFinding>; words: string }) {
  const { matches, current, setReplacement, close } = finding
  return (
    <div className="flex items-center gap-1.5 px-2 pb-2">
      <Input
        aria-label={t('canvas.find.replacement')}
        placeholder={t('canvas.find.replacement')}
        value={words}
        dir="auto"
        className="min-w-0 flex-1"
        onChange={(event) => setReplacement(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <Button size="sm" disabled={!matches[current]?.canReplace} onClick={finding.replaceCurrent}>
        {t('canvas.find.replaceOne')}
      </Button>
      <Button
        size="sm"
        disabled={!matches.some(({ canReplace }) => canReplace)}
        onClick={finding.replaceAll}
      >
        {t('canvas.find.replaceAll')}
      </Button>
    </div>
  )
}

const MENU_CLOSING_MS = 80

/** The field, which takes the focus whenever somebody wants to search. */
function useFieldToEnter() {
  const findWanted = usePanels((state) => state.findWanted)
  const input = useRef<HTMLInputElement>(null)
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
  return input
}

const countWords = (current: number, count: number): string => {
  if (count === 0) return t('canvas.find.none')
  const shown = count === MOST_MATCHES ? `${count}+` : String(count)
  return t('canvas.find.position', { position: current + 1, count: shown })
}
