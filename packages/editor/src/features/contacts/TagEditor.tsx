import '../../i18n/withContactTexts.ts'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { t } from '../../i18n/t.ts'
import { Button } from '../../ui/Button.tsx'
import { Input } from '../../ui/Input.tsx'

/** Tags that can be taken off and put on. */
export function TagEditor({
  tags,
  deniedReason,
  onAdd,
  onRemove,
}: {
  tags: readonly string[]
  deniedReason: string | undefined
  onAdd: (tag: string) => void
  onRemove: (tag: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const add = () => {
    const tag = draft?.trim()
    if (tag && !tags.includes(tag)) onAdd(tag)
    setDraft(null)
  }
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      {tags.map((tag) => (
        <span
          key={tag}
          className="inline-flex h-7 items-center gap-1 rounded-full bg-primary-soft ps-2.5 pe-1 text-xs font-medium text-on-primary-soft"
        >
          {tag}
          {!deniedReason && (
            <button
              type="button"
              aria-label={t('contacts.removeTag', { tag })}
              onClick={() => onRemove(tag)}
              className="flex size-5 items-center justify-center rounded-full hover:bg-surface/60"
            >
              <X className="size-3.5" aria-hidden />
            </button>
          )}
        </span>
      ))}
      {draft === null ? (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus />}
          className="h-7"
          disabledReason={deniedReason}
          onClick={() => setDraft('')}
        >
          {t('contacts.addTag')}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <Input
            ref={focusOnce}
            aria-label={t('contacts.newTag')}
            maxLength={100}
            value={draft}
            className="h-7 w-32 px-2"
            onChange={(event) => setDraft(event.target.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return
              event.stopPropagation()
              setDraft(null)
            }}
          />
        </form>
      )}
    </div>
  )
}

/** The field appears because somebody asked for it, so it takes the focus. */
const focusOnce = (input: HTMLInputElement | null) => input?.focus()
