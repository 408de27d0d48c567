import { matchTrigger } from '@parley/shared'
import type { PublishedFlow } from './publishedFlows.ts'
import type { MessageRecord } from './records.ts'

/** The flow that a message begins, and by which of its triggers. */
export interface FlowStart {
  readonly flow: PublishedFlow
  readonly triggerId: string
}

/**
 * Which of the number's flows a message begins, if any. In the middle of a flow only triggers that interrupt count;
 * `at` is what "opening hours" are measured by.
 */
export function chooseFlow(
  flows: readonly PublishedFlow[],
  message: MessageRecord,
  situation: { readonly at: number; readonly hasRunningSession: boolean },
): FlowStart | null {
  const candidates = flows.flatMap((flow) =>
    flow.triggers.map((trigger) => ({ trigger, timeZone: flow.timeZone, flow })),
  )
  const match = matchTrigger(candidates, {
    content: message.content,
    isFirstMessage: message.isFirst,
    isGroup: message.isGroup,
    ...situation,
  })
  return match && { flow: match.flow, triggerId: match.trigger.id }
}
