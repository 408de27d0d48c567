import {
  Bold,
  Braces,
  Code,
  Italic,
  List,
  ListOrdered,
  type LucideIcon,
  Quote,
  Strikethrough,
} from 'lucide-react'
import { Toolbar } from 'radix-ui'
import { t } from '../../../i18n/t.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { EmojiButton } from './emoji/EmojiButton.tsx'
import { LINE_KINDS, type LineKind, type Mark } from './marks.ts'
import { FORMAT_SHORTCUTS, type Words } from './useWords.ts'

/** Buttons for WhatsApp's formatting and for variables. One stop of the Tab key; arrows walk. */
export function WordsTools({
  words,
  hasFormatting,
  hasVariables,
}: {
  words: Words
  hasFormatting: boolean
  hasVariables: boolean
}) {
  return (
    <Toolbar.Root
      aria-label={t('words.toolbar')}
      // The field keeps the focus, and with it the selection.
      onPointerDown={(event) => event.preventDefault()}
      className="-mx-1 -mt-0.5 flex flex-wrap items-center"
    >
      {hasFormatting && (
        <>
          {MARK_KINDS.map((mark) => (
            <Tool key={mark} name={mark} Icon={ICONS[mark]} onPress={() => words.mark(mark)} />
          ))}
          <Toolbar.Separator className="mx-1 h-5 w-px bg-line pointer-coarse:hidden" />
          {LINE_KINDS.map((kind) => (
            <Tool key={kind} name={kind} Icon={ICONS[kind]} onPress={() => words.markLines(kind)} />
          ))}
        </>
      )}
      <span className="flex-1" />
      {hasFormatting && <EmojiButton onPick={words.insert} />}
      {hasVariables && (
        <Toolbar.Button asChild>
          <IconButton
            size="sm"
            className="pointer-coarse:size-9"
            label={t('words.insertVariable')}
            icon={<Braces />}
            onClick={words.insertVariable}
          />
        </Toolbar.Button>
      )}
    </Toolbar.Root>
  )
}

const MARK_KINDS = ['bold', 'italic', 'strike', 'code'] as const satisfies readonly Mark[]

const ICONS: Readonly<Record<Mark | LineKind, LucideIcon>> = {
  bold: Bold,
  italic: Italic,
  strike: Strikethrough,
  code: Code,
  bullets: List,
  numbers: ListOrdered,
  quote: Quote,
}

function Tool({
  name,
  Icon,
  onPress,
}: {
  name: Mark | LineKind
  Icon: LucideIcon
  onPress: () => void
}) {
  return (
    <Toolbar.Button asChild>
      <IconButton
        size="sm"
        className="pointer-coarse:size-9"
        label={t(`words.${name}`)}
        shortcut={FORMAT_SHORTCUTS[name]}
        icon={<Icon />}
        onClick={onPress}
      />
    </Toolbar.Button>
  )
}
