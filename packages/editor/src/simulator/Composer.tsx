import type { InboundContent } from '@parley/shared'
import { ContactRound, FileText, ImageIcon, MapPin, Mic, Plus, SendHorizontal } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { t } from '../i18n/t.ts'
import { DropdownMenu } from '../ui/DropdownMenu.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { sampleCard, toMedia } from './attachments.ts'
import { PlaceDialog } from './PlaceDialog.tsx'
import { type Place, samplePlace } from './places.ts'

const ACCEPT = { photo: 'image/*,video/*', voice: 'audio/*', document: '' } as const

/** Where the contact writes. */
export function Composer({
  input,
  places,
  onSend,
}: {
  /** Takes the focus when the panel opens. */
  input: RefObject<HTMLInputElement | null>
  /** Where the contact could be; asked for when somebody wants to send a place. */
  places: () => readonly Place[]
  onSend: (content: InboundContent) => void
}) {
  const [text, setText] = useState('')
  const [lastPlace, setLastPlace] = useState<Place | null>(null)
  const [suggested, setSuggested] = useState<readonly Place[] | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [kind, setKind] = useState<keyof typeof ACCEPT>('photo')
  const pick = (next: keyof typeof ACCEPT) => {
    setKind(next)
    if (!picker.current) return
    picker.current.accept = ACCEPT[next]
    picker.current.click()
  }
  return (
    <>
      <form
        className="flex items-center gap-1.5 border-t border-line bg-surface px-2.5 py-2.5"
        onSubmit={(event) => {
          event.preventDefault()
          if (text.trim() === '') return
          onSend({ type: 'text', text: text.trim() })
          setText('')
        }}
      >
        <DropdownMenu
          align="start"
          items={[
            {
              label: t('simulator.attachments.photo'),
              icon: <ImageIcon />,
              onSelect: () => pick('photo'),
            },
            {
              label: t('simulator.attachments.voice'),
              icon: <Mic />,
              onSelect: () => pick('voice'),
            },
            {
              label: t('simulator.attachments.document'),
              icon: <FileText />,
              onSelect: () => pick('document'),
            },
            {
              label: t('simulator.attachments.location'),
              icon: <MapPin />,
              onSelect: () => setSuggested(places()),
            },
            {
              label: t('simulator.attachments.contact'),
              icon: <ContactRound />,
              onSelect: () => onSend(sampleCard()),
            },
          ]}
        >
          <IconButton label={t('simulator.attach')} icon={<Plus />} />
        </DropdownMenu>
        <input
          ref={picker}
          type="file"
          className="hidden"
          aria-label={t(`simulator.attachments.${kind}`)}
          onChange={(event) => {
            const [file] = event.target.files ?? []
            if (file) onSend(toMedia(file, kind))
            event.target.value = ''
          }}
        />
        <input
          ref={input}
          value={text}
          dir="auto"
          maxLength={4_096}
          autoComplete="off"
          aria-label={t('simulator.message')}
          placeholder={t('simulator.placeholder')}
          onChange={(event) => setText(event.target.value)}
          className="h-10 min-w-0 flex-1 rounded-full border border-line-strong/70 bg-surface px-4 text-base text-ink hover:border-line-strong focus-visible:outline-offset-0 md:text-sm"
        />
        <IconButton
          type="submit"
          variant="primary"
          className="rounded-full"
          label={t('simulator.send')}
          icon={<SendHorizontal className="rtl:-scale-x-100" />}
        />
      </form>
      {suggested && (
        <PlaceDialog
          first={lastPlace ?? samplePlace()}
          suggested={suggested}
          onSend={(place) => {
            setSuggested(null)
            setLastPlace(place)
            onSend(place)
          }}
          onClose={() => setSuggested(null)}
        />
      )}
    </>
  )
}
