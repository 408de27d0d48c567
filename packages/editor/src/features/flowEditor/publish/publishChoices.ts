import { clockTimeOf, instantOf, isoDateOf, localTimeOf } from '@parley/shared'
import type { Audience, ConversationsChoice } from '@parley/shared/api'
import { formatInZone } from '../../../i18n/format.ts'
import { t } from '../../../i18n/t.ts'

/** To whom, when and with what effect on conversations in progress a version is published. */
export interface PublishChoices {
  readonly audience: Audience['type']
  /** As it was typed. */
  readonly percentage: string
  readonly conversations: ConversationsChoice
  readonly when: 'now' | 'later'
  /** As the field has it, in the flow's time zone: 2026-11-21T09:00. */
  readonly time: string
}

/** What nearly everybody wants: for everyone, now, and nobody is torn out of a conversation. */
export const usualChoices = (zone: string): PublishChoices => ({
  audience: 'everyone',
  percentage: '10',
  conversations: 'finish',
  when: 'now',
  time: tomorrowMorning(zone),
})

const DAY_MS = 86_400_000

const tomorrowMorning = (zone: string): string =>
  `${isoDateOf(localTimeOf(Date.now() + DAY_MS, zone))}T${clockTimeOf({ ...localTimeOf(0, 'UTC'), hour: 9 })}`

/** The flow's time zone; where it has none, or one that does not exist, that of the person who publishes. */
export function zoneOf(settings: Readonly<Record<string, unknown>>): string {
  const { timeZone } = settings
  try {
    if (typeof timeZone === 'string' && timeZone !== '') {
      return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone
    }
  } catch {
    // The linter says what is wrong with it.
  }
  return new Intl.DateTimeFormat().resolvedOptions().timeZone
}

export const audienceOf = ({ audience, percentage }: PublishChoices): Audience =>
  audience === 'percentage'
    ? { type: audience, percentage: Number(percentage) }
    : { type: audience }

/** Epoch milliseconds of the time that is typed; null while it is incomplete. */
export function dueAtOf({ time }: Pick<PublishChoices, 'time'>, zone: string): number | null {
  // Fields leave out seconds that are zero.
  const whole = /T\d\d:\d\d$/u.test(time) ? `${time}:00` : time
  const parts = /^(\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/u.exec(whole)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1)
    .map(Number)
  return instantOf({ year, month, day, hour, minute }, zone) + second * 1_000
}

/** What has to be put right first, in words. */
export function problemOf(choices: PublishChoices, zone: string): string | undefined {
  return percentageProblem(choices) ?? timeProblem(choices, zone)
}

export function percentageProblem({ audience, percentage }: PublishChoices): string | undefined {
  const isFine = /^[1-9]\d?$/u.test(percentage.trim())
  return audience === 'percentage' && !isFine ? t('publishing.who.percentageRange') : undefined
}

export function timeProblem(choices: PublishChoices, zone: string): string | undefined {
  if (choices.when === 'now') return undefined
  const dueAt = dueAtOf(choices, zone)
  return dueAt === null || dueAt <= Date.now() ? t('publishing.when.past') : undefined
}

export function audienceWords(audience: Audience): string {
  if (audience.type !== 'percentage') return t(`publishing.who.${audience.type}`)
  return t('publishing.who.share', { percentage: audience.percentage })
}

/** All choices in one line, for when they are folded away. */
export function choicesInWords(choices: PublishChoices, zone: string): string {
  const dueAt = choices.when === 'later' ? dueAtOf(choices, zone) : null
  return [
    percentageProblem(choices)
      ? t('publishing.who.percentage')
      : audienceWords(audienceOf(choices)),
    dueAt === null ? t('publishing.when.now') : formatInZone(dueAt, zone),
    t(`publishing.conversations.${movesOf(choices) ? 'moveShort' : 'finishShort'}`),
  ].join(' · ')
}

/** A share counts for new conversations, so those in progress cannot be moved to it. */
export const movesOf = ({ audience, conversations }: PublishChoices): boolean =>
  audience !== 'percentage' && conversations === 'move'
