import { DELAY_UNITS_MS, type NodeData, nextTimeOfDay } from '@parley/shared'
import { STAY } from '../asking.ts'
import type { NodeBehaviour, StepScope } from '../types.ts'

export const delay: NodeBehaviour<'delay'> = {
  enter: ({ data }, scope) => ({
    do: 'wait',
    effects: [{ type: 'startTimer', fireAt: wakeAt(data, scope) }],
    waiting: { tries: 0, timers: { delay: scope.effectId() } },
  }),
  resume: (_, { event }) => {
    if (event.type === 'timer') return { do: 'leave', by: 'next' }
    return event.type === 'message'
      ? { do: 'stay', note: 'The contact wrote during a delay; nothing answers that.' }
      : STAY
  },
}

function wakeAt(data: NodeData<'delay'>, { event, timeZone }: StepScope): number {
  if (data.type === 'for') return event.at + Math.round(data.amount * DELAY_UNITS_MS[data.unit])
  return nextTimeOfDay(event.at, { ...data, timeZone })
}
