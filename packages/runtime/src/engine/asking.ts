import { type AnswerKind, type Content, type NoReply, sentencesOf } from '@parley/shared'
import type { EffectRequest, Outcome, Prompt, StepScope, Waiting } from './types.ts'

/** What all nodes that wait for an answer do: ask, ask again, remind, give up. */

/** The fields that make a node wait for an answer. */
export interface AskData {
  readonly retryText: string
  readonly maxTries: number | null
  readonly noReply: NoReply | null
}

export const STAY: Outcome = { do: 'stay' }

/** Sends the messages that ask, and waits. */
export function ask(
  { noReply }: AskData,
  scope: StepScope,
  { contents, prompt }: { contents: readonly Content[]; prompt?: Prompt },
): Outcome {
  const effects: EffectRequest[] = contents.map((content) => ({ type: 'send', content }))
  return rest(
    { noReply, scope, effects },
    prompt === undefined ? { tries: 0 } : { tries: 0, prompt },
  )
}

/** The answer does not fit: asks again, or gives up by `invalid` after as many tries as the author allows. */
export function refuse(
  data: AskData,
  scope: StepScope,
  waiting: Waiting,
  again: () => readonly Content[],
): Outcome {
  const tries = waiting.tries + 1
  if (data.maxTries !== null && tries >= data.maxTries) {
    return {
      do: 'leave',
      by: 'invalid',
      note: `The answer did not fit, for the ${nth(tries)} time.`,
    }
  }
  scope.note('The answer did not fit; asked again.')
  const effects: EffectRequest[] = again().map((content) => ({ type: 'send', content }))
  const { prompt } = waiting
  return rest(
    { noReply: data.noReply, scope, effects },
    { tries, ...(prompt === undefined ? {} : { prompt }) },
  )
}

/** A timer of the rest has fired: the next reminder, or the end of waiting by `noReply`. */
export function afterSilence({ noReply }: AskData, scope: StepScope, waiting: Waiting): Outcome {
  const reminder = remindersOf(noReply)[remindersSent(waiting)]
  if (noReply === null || reminder === undefined) {
    return { do: 'leave', by: 'noReply', note: 'No reply came in time.' }
  }
  const text = scope.render(reminder.text)
  const effects: EffectRequest[] =
    text.trim() === '' ? [] : [{ type: 'send', content: { type: 'text', text } }]
  const { since, tries, prompt } = waiting
  return rest(
    { noReply, scope, effects, sent: remindersSent(waiting) + 1, since },
    { tries, since, ...(prompt === undefined ? {} : { prompt }) },
  )
}

/** The author's words for asking again, or a ready-made sentence. */
export function retryTextOf(
  { retryText }: AskData,
  scope: StepScope,
  kind: AnswerKind['type'],
): string {
  const text = scope.render(retryText)
  return text.trim() === '' ? sentencesOf(scope.language).retry[kind] : text
}

interface Rest {
  readonly noReply: NoReply | null
  readonly scope: StepScope
  readonly effects: readonly EffectRequest[]
  /** Reminders sent so far. */
  readonly sent?: number
  /** When the question was asked, in epoch milliseconds. */
  readonly since?: number
}

type Resting = Extract<Outcome, { do: 'wait' }>['waiting']

/** Waits, with one timer at a time: for the next reminder, or for the end. */
function rest({ noReply, scope, effects, sent = 0, since }: Rest, waiting: Resting): Outcome {
  if (noReply === null) return { do: 'wait', effects, waiting }
  const reminders = remindersOf(noReply)
  const { afterSeconds } = reminders[sent] ?? noReply
  const fireAt = (since ?? scope.event.at) + afterSeconds * 1_000
  return {
    do: 'wait',
    effects: [...effects, { type: 'startTimer', fireAt }],
    waiting: { ...waiting, timers: { [`reminder${sent}`]: scope.effectId(effects.length) } },
  }
}

/** In the order of their time; one at or after the end of waiting never comes. */
const remindersOf = (noReply: NoReply | null) =>
  (noReply?.reminders ?? [])
    .filter(({ afterSeconds }) => afterSeconds < (noReply?.afterSeconds ?? 0))
    .toSorted((a, b) => a.afterSeconds - b.afterSeconds)

/** The timer's name counts them, so the session needs no field for it. */
function remindersSent({ timers = {} }: Waiting): number {
  const [name = ''] = Object.keys(timers)
  return Number(name.replace('reminder', '')) || 0
}

const nth = (count: number) =>
  `${count}${count === 1 ? 'st' : count === 2 ? 'nd' : count === 3 ? 'rd' : 'th'}`
