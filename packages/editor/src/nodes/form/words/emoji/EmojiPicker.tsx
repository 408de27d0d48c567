import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { t, useLocale } from '../../../../i18n/t.ts'
import { cn } from '../../../../ui/cn.ts'
import { Input } from '../../../../ui/Input.tsx'
import { Spinner } from '../../../../ui/Spinner.tsx'
import { EMOJI_GROUPS, type Emoji, type EmojiGroup, findEmoji, loadEmoji } from './loadEmoji.ts'
import { recentEmoji, rememberEmoji } from './recentEmoji.ts'

const COLUMNS = 8
const MAX_FOUND = 96
const SIGNS: Readonly<Record<EmojiGroup | 'recent', string>> = {
  recent: '🕘',
  smileys: '😀',
  people: '👋',
  animals: '🐻',
  food: '🍔',
  travel: '🚗',
  activities: '⚽',
  objects: '💡',
  symbols: '❤️',
  flags: '🏁',
}

/** All emoji, by group or by searching; the field for searching keeps the focus while arrows walk. */
export function EmojiPicker({
  onPick,
  load = loadEmoji,
}: {
  onPick: (sign: string) => void
  /** Their names and keywords are a download of their own. */
  load?: typeof loadEmoji
}) {
  const locale = useLocale((state) => state.locale)
  const [all, setAll] = useState<readonly Emoji[] | null>(null)
  const [hasFailed, setFailed] = useState(false)
  const [recent] = useState(recentEmoji)
  const [query, setQuery] = useState('')
  const [group, setGroup] = useState<EmojiGroup | 'recent'>(
    recent.length > 0 ? 'recent' : 'smileys',
  )
  const [active, setActive] = useState(0)
  const listId = useId()
  const search = useRef<HTMLInputElement>(null)
  useEffect(() => search.current?.focus(), [])
  useEffect(() => {
    let isWanted = true
    load(locale).then(
      (loaded) => isWanted && setAll(loaded),
      () => isWanted && setFailed(true),
    )
    return () => {
      isWanted = false
    }
  }, [locale, load])
  const shown = all ? shownOf(all, { query, group, recent }) : []
  const pick = (emoji: Emoji | undefined) => {
    if (!emoji) return
    rememberEmoji(emoji.sign)
    onPick(emoji.sign)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isRtl = document.documentElement.dir === 'rtl'
    const step = stepOf(event.key, isRtl)
    if (event.key === 'Enter') pick(shown[active])
    else if (step !== 0 && (query === '' || Math.abs(step) > 1)) {
      setActive(Math.min(Math.max(active + step, 0), shown.length - 1))
    } else return
    event.preventDefault()
  }
  return (
    <div className="flex flex-col gap-2 p-2">
      <Input
        ref={search}
        role="combobox"
        aria-label={t('words.emojiSearch')}
        aria-expanded
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown[active] ? `${listId}-${active}` : undefined}
        placeholder={t('words.emojiSearch')}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div role="group" aria-label={t('words.emojiGroupsLabel')} className="flex justify-between">
        {(recent.length > 0 ? (['recent', ...EMOJI_GROUPS] as const) : EMOJI_GROUPS).map((each) => (
          <button
            key={each}
            type="button"
            aria-label={t(`words.emojiGroups.${each}`)}
            title={t(`words.emojiGroups.${each}`)}
            aria-pressed={query === '' && each === group}
            className={cn(
              'size-7 rounded-md text-base leading-none hover:bg-hover',
              query === '' && each === group && 'bg-primary-soft',
            )}
            onClick={() => {
              setGroup(each)
              setQuery('')
              setActive(0)
            }}
          >
            {SIGNS[each]}
          </button>
        ))}
      </div>
      {!all && (
        <div className="flex h-56 items-center justify-center text-center text-sm text-ink-muted">
          {hasFailed ? <p role="alert">{t('errors.noConnection')}</p> : <Spinner />}
        </div>
      )}
      {all && (
        <ul
          id={listId}
          role="listbox"
          aria-label={t('words.emojiList')}
          className="grid h-56 grid-cols-8 content-start overflow-y-auto"
        >
          {shown.map((emoji, index) => (
            <li
              key={emoji.sign}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              aria-label={emoji.label}
              title={emoji.label}
              ref={(element) => {
                if (index === active) element?.scrollIntoView?.({ block: 'nearest' })
              }}
              className={cn(
                'flex size-9 cursor-pointer items-center justify-center rounded-md text-xl leading-none hover:bg-hover',
                index === active && 'bg-primary-soft',
              )}
              onPointerDown={(event) => event.preventDefault()}
              // Enter in the field for searching does the same; an option never has the focus.
              onPointerUp={() => pick(emoji)}
            >
              {emoji.sign}
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="min-h-4 truncate text-xs text-ink-muted">
        {shown[active]?.label ?? (all && t('words.emojiNone'))}
      </p>
    </div>
  )
}

function shownOf(
  all: readonly Emoji[],
  {
    query,
    group,
    recent,
  }: { query: string; group: EmojiGroup | 'recent'; recent: readonly string[] },
): readonly Emoji[] {
  if (query.trim() !== '') return findEmoji(all, query).slice(0, MAX_FOUND)
  if (group !== 'recent') return all.filter((each) => each.group === group)
  return recent.flatMap((sign) => all.find((each) => each.sign === sign) ?? [])
}

function stepOf(key: string, isRtl: boolean): number {
  if (key === 'ArrowDown') return COLUMNS
  if (key === 'ArrowUp') return -COLUMNS
  if (key === 'ArrowRight') return isRtl ? -1 : 1
  return key === 'ArrowLeft' ? (isRtl ? 1 : -1) : 0
}
