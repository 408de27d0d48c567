import { sendText } from '../sending.ts'
import type { NodeBehaviour } from '../types.ts'

export const text: NodeBehaviour<'text'> = {
  enter: ({ data }, scope) => ({ do: 'leave', by: 'next', effects: sendText(data.text, scope) }),
}
