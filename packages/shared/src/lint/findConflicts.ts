import type { Trigger } from '../nodes/start.ts'
import { matchTrigger } from '../triggers.ts'

/** A message that triggers of two flows listen to. */
export interface TriggerConflict {
  readonly type: Trigger['type']
  /** The keyword; empty for the other types. */
  readonly word: string
  /** Whose flow answers. */
  readonly winner: 'ours' | 'theirs'
  /** The trigger of ours that the message is meant for. */
  readonly triggerId: string
  /** What ours would have to be above. */
  readonly priorityOfTheirs: number
}

/** Words that no keyword means. */
const NONSENSE = '\u2063\u2063'

/**
 * The messages that two flows on one number would both answer, found by sending the keywords of both through the very
 * function that chooses between flows. A keyword beside a flow for any message is no conflict: that one is a fallback.
 */
export function findConflicts(
  ours: readonly Trigger[],
  theirs: readonly Trigger[],
): readonly TriggerConflict[] {
  // What is published again counts as published last, so ours come after theirs.
  const own = ours.map(toCandidate('ours'))
  const others = theirs.map(toCandidate('theirs'))
  const conflicts = new Map<string, TriggerConflict>()
  for (const { text, isFirstMessage } of probes([...ours, ...theirs])) {
    const choose = (candidates: typeof own) =>
      matchTrigger(candidates, {
        content: { type: 'text', text },
        isFirstMessage,
        isGroup: false,
        hasRunningSession: false,
        at: 0,
      })
    const [mine, other, winner] = [choose(own), choose(others), choose([...others, ...own])]
    if (!mine || !other || !winner || mine.trigger.type !== other.trigger.type) continue
    const { type } = mine.trigger
    const word = type === 'keyword' ? text : ''
    conflicts.set(`${type} ${word}`, {
      type,
      word,
      winner: winner.side,
      triggerId: mine.trigger.id,
      priorityOfTheirs: other.trigger.priority,
    })
  }
  return [...conflicts.values()]
}

/** Messages that tell triggers apart. A regular expression has no words of its own to send. */
function* probes(triggers: readonly Trigger[]) {
  for (const trigger of triggers) {
    if (trigger.type !== 'keyword' || trigger.match === 'regex') continue
    for (const word of trigger.words) {
      yield { text: word.trim().toLocaleLowerCase(), isFirstMessage: false }
    }
  }
  yield { text: NONSENSE, isFirstMessage: false }
  yield { text: NONSENSE, isFirstMessage: true }
}

const toCandidate = (side: 'ours' | 'theirs') => (trigger: Trigger) => ({
  side,
  timeZone: 'UTC',
  // At some hour of the week both may listen; when does not matter here.
  trigger: { ...trigger, activeHours: null },
})
