import type { ContactCard, ContentOf } from '@parley/shared'
import { MapPin } from 'lucide-react'
import { t } from '../../i18n/t.ts'
import { Avatar } from '../Avatar.tsx'

/** A place: a drawn map with a pin (no map service is asked), and a link to a real one. */
export function LocationView({ content }: { content: ContentOf<'location'> }) {
  const { latitude, longitude, name, address } = content
  const url = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
  return (
    <a
      href={url}
      target="_blank"
      rel="noreferrer noopener"
      title={t('message.openMap')}
      className="block w-64 max-w-full"
    >
      <div className="relative h-28 overflow-hidden rounded-lg bg-bubble-ink/8" aria-hidden>
        <svg viewBox="0 0 256 112" className="absolute inset-0 size-full text-bubble-ink/15">
          <path
            d="M0 78 90 52l60 18 106-34M60 0l22 112M176 0l-26 70 20 42M0 26l256 64"
            fill="none"
            stroke="currentColor"
            strokeWidth="7"
          />
        </svg>
        <MapPin className="absolute top-1/2 left-1/2 size-8 -translate-x-1/2 -translate-y-full fill-danger-soft text-danger" />
      </div>
      <div className="px-1 pt-1.5">
        <span className="block font-medium" dir="auto">
          {name ?? t('message.location')}
        </span>
        <span className="block text-xs text-bubble-meta" dir="auto">
          {address ?? `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`}
        </span>
      </div>
    </a>
  )
}

/** People's cards. */
export function ContactsView({ content }: { content: ContentOf<'contacts'> }) {
  return (
    <ul className="flex w-64 max-w-full flex-col gap-2" aria-label={t('message.contactCard')}>
      {content.contacts.map((card, index) => (
        <li key={index}>
          <Card card={card} />
        </li>
      ))}
    </ul>
  )
}

function Card({ card }: { card: ContactCard }) {
  return (
    <div className="flex items-start gap-2.5 py-1">
      <Avatar name={card.name} />
      <div className="min-w-0">
        <span className="block truncate font-medium" dir="auto">
          {card.name}
        </span>
        {card.organization && (
          <span className="block truncate text-xs text-bubble-meta">{card.organization}</span>
        )}
        {card.phones.map(({ phone }) => (
          <a
            key={phone}
            href={`tel:${phone.replace(/[^\d+]/gu, '')}`}
            className="block text-bubble-link"
            dir="ltr"
          >
            {phone}
          </a>
        ))}
        {card.emails?.map(({ email }) => (
          <a key={email} href={`mailto:${email}`} className="block truncate text-bubble-link">
            {email}
          </a>
        ))}
      </div>
    </div>
  )
}
