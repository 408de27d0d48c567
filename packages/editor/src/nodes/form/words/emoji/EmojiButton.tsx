import { Smile } from 'lucide-react'
import { Popover, Toolbar } from 'radix-ui'
import { useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { FieldContext } from '../../../../ui/fieldContext.ts'
import { IconButton } from '../../../../ui/IconButton.tsx'
import { EmojiPicker } from './EmojiPicker.tsx'

/** Opens all emoji; the one that is picked goes where the caret is. */
export function EmojiButton({ onPick }: { onPick: (sign: string) => void }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <Toolbar.Button asChild>
          <IconButton
            size="sm"
            className="pointer-coarse:size-9"
            label={t('words.emoji')}
            icon={<Smile />}
          />
        </Toolbar.Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={t('words.emoji')}
          align="end"
          collisionPadding={8}
          className="z-50 w-80 rounded-card border border-line bg-surface shadow-pop outline-none"
          // In React's eyes it still stands in the toolbar and in the form.
          onPointerDown={(event) => event.stopPropagation()}
          onKeyDown={(event) => event.stopPropagation()}
          // The field has the focus again, with the caret behind the emoji.
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          {/* The field for searching is not the field of the form. */}
          <FieldContext value={null}>
            <EmojiPicker
              onPick={(sign) => {
                setOpen(false)
                onPick(sign)
              }}
            />
          </FieldContext>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}
