import type { HttpCallRecord, MessageRecord, SignalRecord, TimerRecord } from './records.ts'

/** Something that a conversation has to step through. Its id tells it again after a crash. */
export type Item =
  | { readonly type: 'message'; readonly id: string; readonly message: MessageRecord }
  | { readonly type: 'timer'; readonly id: string; readonly timer: TimerRecord }
  | { readonly type: 'httpAnswer'; readonly id: string; readonly call: HttpCallRecord }
  | { readonly type: 'signal'; readonly id: string; readonly signal: SignalRecord }

export const messageItem = (message: MessageRecord): Item => ({
  type: 'message',
  id: message.id,
  message,
})
export const timerItem = (timer: TimerRecord): Item => ({ type: 'timer', id: timer.id, timer })
/** Its id differs from the call's, which is also the id of the effect that asked for it. */
export const httpAnswerItem = (call: HttpCallRecord): Item => ({
  type: 'httpAnswer',
  id: `${call.id}-answer`,
  call,
})
export const signalItem = (signal: SignalRecord): Item => ({
  type: 'signal',
  id: signal.id,
  signal,
})

export function conversationIdOfItem(item: Item): string {
  switch (item.type) {
    case 'message':
      return item.message.conversationId
    case 'timer':
      return item.timer.conversationId
    case 'httpAnswer':
      return item.call.conversationId
    case 'signal':
      return item.signal.conversationId
  }
}
