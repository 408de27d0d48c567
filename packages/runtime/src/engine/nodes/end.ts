import { sendText } from '../sending.ts'
import type { NodeBehaviour } from '../types.ts'

export const end: NodeBehaviour<'end'> = {
  enter: ({ data }, scope) => ({
    do: 'end',
    effects: data.message === '' ? [] : sendText(data.message, scope),
  }),
}
