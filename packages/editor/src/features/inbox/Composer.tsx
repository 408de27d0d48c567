import type { Conversation } from '@parley/shared/api'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FileText, Paperclip, SendHorizontal, X } from 'lucide-react'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { putMessage } from '../../api/applyLiveEvent.ts'
import { answerConversation } from '../../api/conversations.ts'
import { formatShare } from '../../i18n/format.ts'
import { t } from '../../i18n/t.ts'
import { cn } from '../../ui/cn.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { CONTROL } from '../../ui/Input.tsx'
import { keepComposerDraft, readComposerDraft } from './composerDrafts.ts'
import { toContents } from './toContents.ts'
import { type Attachment, useAttachments } from './useAttachments.ts'

/** Where a person writes: text, files, and the button that sends both. */
export function Composer({
  conversation,
  deniedReason,
}: {
  conversation: Conversation
  deniedReason: string | undefined
}) {
  const [text, setText] = useState(() => readComposerDraft(conversation.id))
  const { attachments, add, remove, clear } = useAttachments()
  const filePicker = useRef<HTMLInputElement>(null)
  const client = useQueryClient()
  const send = useMutation({
    mutationFn: async (contents: ReturnType<typeof toContents>) => {
      // One after the other: they arrive in the order in which they are accepted.
      for (const content of contents) {
        putMessage(client, await answerConversation(conversation.id, { content }))
      }
    },
  })
  const isUploading = attachments.some(({ media }) => media === null)
  const change = (value: string) => {
    setText(value)
    keepComposerDraft(conversation.id, value)
  }
  const submit = () => {
    const media = attachments.flatMap((each) => (each.media ? [each.media] : []))
    const contents = toContents(text, media)
    if (contents.length === 0 || isUploading || send.isPending || deniedReason) return
    const written = text
    change('')
    send.mutate(contents, {
      onSuccess: clear,
      // Nothing typed is lost: it comes back, unless something new is there already.
      onError: () => setText((now) => now || written),
    })
  }

  return (
    <form
      className="flex flex-col gap-2 border-t border-line bg-surface p-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {attachments.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label={t('inbox.compose.attachments')}>
          {attachments.map((attachment) => (
            <li key={attachment.id}>
              <AttachmentChip attachment={attachment} onRemove={() => remove(attachment.id)} />
            </li>
          ))}
        </ul>
      )}
      <div className="flex items-end gap-2">
        <IconButton
          label={t('inbox.compose.attach')}
          icon={<Paperclip />}
          disabledReason={deniedReason}
          onClick={() => filePicker.current?.click()}
        />
        <input
          ref={filePicker}
          type="file"
          multiple
          className="hidden"
          aria-label={t('inbox.compose.attach')}
          onChange={(event) => {
            add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <textarea
          rows={1}
          value={text}
          dir="auto"
          disabled={Boolean(deniedReason)}
          aria-label={t('inbox.compose.label')}
          placeholder={deniedReason ?? t('inbox.compose.placeholder')}
          title={t('inbox.compose.hint')}
          className={cn(
            CONTROL,
            'field-sizing-content max-h-40 min-h-9 resize-none px-3 py-[0.4375rem]',
          )}
          onChange={(event) => change(event.target.value)}
          onKeyDown={(event) => {
            if (!isSendKey(event)) return
            event.preventDefault()
            submit()
          }}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            if (!deniedReason) add([...event.dataTransfer.files])
          }}
          onPaste={(event) => {
            const files = filesOf(event)
            if (files.length === 0) return
            event.preventDefault()
            add(files)
          }}
        />
        <IconButton
          type="submit"
          variant="primary"
          label={t('inbox.compose.send')}
          shortcut="enter"
          icon={<SendHorizontal className="rtl:-scale-x-100" />}
          isBusy={send.isPending}
          disabledReason={deniedReason}
        />
      </div>
    </form>
  )
}

/** Enter sends where there is a real keyboard; on phones it makes a new line, and while composing (IME) it picks a word. */
function isSendKey(event: KeyboardEvent): boolean {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return false
  return !window.matchMedia('(pointer: coarse)').matches
}

const filesOf = (event: ClipboardEvent): File[] => [...event.clipboardData.files]

function AttachmentChip({
  attachment,
  onRemove,
}: {
  attachment: Attachment
  onRemove: () => void
}) {
  const { file, media, share } = attachment
  const percent = formatShare(share)
  return (
    <div className="relative flex max-w-60 items-center gap-2 overflow-hidden rounded-control border border-line bg-sunken py-1 ps-2.5 pe-1 text-[0.8125rem]">
      <FileText className="size-4 shrink-0 text-ink-faint" aria-hidden />
      <span className="min-w-0 truncate">{file.name}</span>
      {!media && (
        <>
          <span className="text-xs text-ink-muted">{percent}</span>
          <progress
            className="sr-only"
            max={1}
            value={share}
            aria-label={t('inbox.compose.uploading', { name: file.name, share: percent })}
          />
          <span
            className="absolute start-0 bottom-0 h-0.5 bg-primary transition-[width]"
            style={{ width: `${share * 100}%` }}
            aria-hidden
          />
        </>
      )}
      <IconButton
        size="sm"
        className="size-7"
        label={t('inbox.compose.removeAttachment', { name: file.name })}
        icon={<X />}
        onClick={onRemove}
      />
    </div>
  )
}
