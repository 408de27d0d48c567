import type { Trigger } from '@parley/shared'
import type { ConnectedNumber, ConversationsOutcome } from '@parley/shared/api'
import { CalendarClock, ExternalLink, PartyPopper } from 'lucide-react'
import { Link } from 'react-router'
import { formatInZone } from '../../../i18n/format.ts'
import { rich } from '../../../i18n/rich.tsx'
import { t } from '../../../i18n/t.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChannelIcon } from '../../../ui/ChannelIcon.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { audienceWords } from './publishChoices.ts'
import type { PublishOutcome } from './usePublish.ts'

/** It is published: what that means, and what to do now to see it answer, number by number. */
export function NextSteps({
  outcome,
  numbers,
  triggers,
  onWrite,
}: {
  outcome: PublishOutcome
  numbers: readonly ConnectedNumber[]
  triggers: readonly Trigger[]
  /** Opens the form that writes to a sandbox number. */
  onWrite: (number: ConnectedNumber) => void
}) {
  const { scheduled, conversations } = outcome
  return (
    <>
      <EmptyState
        size="panel"
        className="pb-4"
        icon={scheduled ? <CalendarClock /> : <PartyPopper />}
        title={titleOf(outcome)}
      >
        {helpOf(outcome, numbers.length)}
        {conversations && <Conversations outcome={conversations} />}
      </EmptyState>
      {!scheduled && (
        <>
          <h3 className="mb-2 text-[0.8125rem] font-medium">{t('publish.done.next')}</h3>
          <ul className="flex flex-col gap-2">
            {numbers.map((number) => (
              <NextStep
                key={number.id}
                number={number}
                words={firstWords(triggers)}
                onWrite={() => onWrite(number)}
              />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function titleOf({ versionNumber: version, audience, isNew, scheduled }: PublishOutcome): string {
  if (scheduled) return t('publishing.done.scheduled', { version })
  if (audience.type !== 'everyone') return t('publishing.done.trial', { version })
  return isNew ? t('publish.done.title', { version }) : t('publish.done.unchanged', { version })
}

function helpOf({ audience, scheduled }: PublishOutcome, count: number): string {
  if (scheduled) {
    const { scheduledFor, timeZone: zone } = scheduled
    const time = formatInZone(Date.parse(scheduledFor), zone)
    return t('publishing.done.scheduledHelp', { time, zone })
  }
  if (audience.type === 'everyone') return t('publish.done.onNumbers', { count })
  return t('publishing.done.trialHelp', { audience: audienceWords(audience) })
}

/** How many move and how many stay; nothing where nobody was in the middle of the flow. */
function Conversations({ outcome: { moving, finishing } }: { outcome: ConversationsOutcome }) {
  return (
    <>
      {moving > 0 && (
        <span className="mt-1 block">
          {t('publishing.conversations.moving', { count: moving })}
        </span>
      )}
      {finishing > 0 && (
        <span className="mt-1 block">
          {t('publishing.conversations.finishing', { count: finishing })}
        </span>
      )}
    </>
  )
}

function NextStep({
  number,
  words,
  onWrite,
}: {
  number: ConnectedNumber
  words: string | null
  onWrite: () => void
}) {
  const { id, channel, status } = number
  const chatLink = linkToChat(number, words)
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-card border border-line p-3">
      <ChannelIcon channel={channel} className="size-9" />
      <p className="min-w-0 flex-1 basis-48 text-sm text-ink-muted">
        {rich(sentence(number, words), {
          b: (text) => <bdi className="font-medium text-ink">{text}</bdi>,
        })}
      </p>
      {status !== 'connected' ? (
        <Button size="sm" asChild>
          <Link to={`/numbers#${id}`}>{t('publish.done.toNumber')}</Link>
        </Button>
      ) : channel === 'sandbox' ? (
        <Button size="sm" onClick={onWrite}>
          {t('publish.done.writeAsCustomer')}
        </Button>
      ) : (
        chatLink && (
          <Button size="sm" asChild>
            <a href={chatLink} target="_blank" rel="noreferrer noopener">
              <ExternalLink aria-hidden />
              {t('publish.done.openChat')}
            </a>
          </Button>
        )
      )}
    </li>
  )
}

function sentence({ name, phone, channel, status }: ConnectedNumber, words: string | null): string {
  const number = phone || name
  if (status !== 'connected') return t('publish.done.notConnected', { number })
  if (words === null) return t('publish.done.noTrigger')
  if (channel === 'sandbox') return t('publish.done.sandbox', { number: name })
  return words === ''
    ? t('publish.done.writeAnything', { number })
    : t('publish.done.write', { words, number })
}

/** What a customer has to write first; empty: anything; null: no message starts the flow. */
export function firstWords(triggers: readonly Trigger[]): string | null {
  const keyword = triggers.find(
    (trigger) => trigger.type === 'keyword' && trigger.match !== 'regex',
  )
  if (keyword?.type === 'keyword') return keyword.words[0] ?? ''
  return triggers.length > 0 ? '' : null
}

/** WhatsApp's own address that opens a chat with a number, the words typed already. */
function linkToChat({ channel, phone }: ConnectedNumber, words: string | null): string | null {
  const digits = phone.replace(/\D/gu, '')
  if (!channel.startsWith('whatsapp') || digits === '') return null
  return `https://wa.me/${digits}${words ? `?text=${encodeURIComponent(words)}` : ''}`
}
