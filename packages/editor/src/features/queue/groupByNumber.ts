import type { ConnectedNumber, Message } from '@parley/shared/api'

export interface NumberQueue {
  readonly numberId: string
  /** Undefined when it is deleted, or not loaded yet. */
  readonly number: ConnectedNumber | undefined
  readonly messages: readonly Message[]
}

/** The messages of each number that has some, in the order of the numbers; deleted ones come first. */
export function groupByNumber(
  messages: readonly Message[],
  numbers: readonly ConnectedNumber[],
): readonly NumberQueue[] {
  const groups = new Map<string, Message[]>()
  for (const message of messages) {
    const group = groups.get(message.numberId)
    if (group) group.push(message)
    else groups.set(message.numberId, [message])
  }
  const place = (numberId: string) => numbers.findIndex(({ id }) => id === numberId)
  return [...groups]
    .map(([numberId, own]) => ({
      numberId,
      number: numbers.find(({ id }) => id === numberId),
      messages: own,
    }))
    .sort((a, b) => place(a.numberId) - place(b.numberId))
}
