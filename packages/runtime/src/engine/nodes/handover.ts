import { STAY } from '../asking.ts'
import { sendText } from '../sending.ts'
import type { EffectRequest, NodeBehaviour } from '../types.ts'

export const handover: NodeBehaviour<'handover'> = {
  enter: ({ data }, scope) => {
    const handOver: EffectRequest = {
      type: 'handOver',
      to: scope.render(data.to),
      note: scope.render(data.note),
    }
    const message = data.message === '' ? [] : sendText(data.message, scope)
    return { do: 'wait', effects: [...message, handOver], waiting: { tries: 0 } }
  },
  resume: (_, { event }) =>
    event.type === 'handoverResolved' ? { do: 'leave', by: 'resolved' } : STAY,
}
