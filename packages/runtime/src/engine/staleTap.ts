import {
  type ChoiceToken,
  formatToken,
  parseToken,
  sentencesOf,
  translateSettings,
} from '@parley/shared'
import type { StepRun } from './StepRun.ts'
import type { Event, Outcome, Prompt, Session, Waiting } from './types.ts'

const MAX_PAST_PROMPTS = 10

/** The choice token of a tap on a message of ours; null for everything else. */
export function tapOf(event: Event): ChoiceToken | null {
  if (event.type !== 'message' || event.message.content.type !== 'tap') return null
  return parseToken(event.message.content.id)
}

export type StaleTap =
  | (Outcome & { readonly do: 'stay' })
  /** Answer this earlier prompt, as if the conversation stood there. */
  | { readonly do: 'jumpBack'; readonly prompt: Prompt }

/** What a tap on an earlier message does, as the flow's settings say; null when the event is no such tap. */
export function answerStaleTap(run: StepRun, waiting: Waiting): StaleTap | null {
  const { event, session, settings } = run
  const tap = tapOf(event)
  if (tap === null || tap.promptId === waiting.prompt?.promptId) return null
  if (session.lastTap === formatToken(tap))
    return { do: 'stay', note: 'The same button was tapped twice.' }
  if (settings.staleTap === 'ignore')
    return { do: 'stay', note: 'A button of an earlier message was tapped.' }
  if (settings.staleTap === 'jumpBack') {
    const prompt = session.pastPrompts?.findLast(({ promptId }) => promptId === tap.promptId)
    if (prompt?.options.some(({ key }) => key === tap.key)) {
      run.note('A button of an earlier message was tapped; the conversation jumped back to it.')
      return { do: 'jumpBack', prompt }
    }
  }
  const { staleTapText } = translateSettings(settings, run.language)
  const text = run.render(staleTapText) || sentencesOf(run.language).staleTap
  return {
    do: 'stay',
    effects: [{ type: 'send', content: { type: 'text', text } }],
    note: 'A button of an earlier message was tapped; the contact was told.',
  }
}

/** What the session remembers of taps once a prompt has been answered. */
export function tapsAfter(
  { session, event, settings }: StepRun,
  { prompt }: Waiting,
  outcome: Outcome,
): Pick<Session, 'lastTap' | 'pastPrompts'> {
  if (prompt === undefined || outcome.do === 'wait') return session
  const tap = tapOf(event)
  const lastTap = tap === null ? session.lastTap : formatToken(tap)
  if (settings.staleTap !== 'jumpBack') return lastTap === undefined ? {} : { lastTap }
  const kept = (session.pastPrompts ?? []).filter(({ promptId }) => promptId !== prompt.promptId)
  return {
    ...(lastTap === undefined ? {} : { lastTap }),
    pastPrompts: [...kept, prompt].slice(-MAX_PAST_PROMPTS),
  }
}
