import { type NodeHeader, toInteractiveFields } from '@parley/shared'
import type { StepScope } from './types.ts'

interface InteractiveData {
  readonly text: string
  readonly header: NodeHeader | null
  readonly footer: string
}

/** Header, text and footer, rendered. When asking again `text` stands in for the node's words, without the header. */
export function toInteractive(data: InteractiveData, scope: StepScope, text?: string) {
  if (text !== undefined) return { text }
  const fields = toInteractiveFields(data, (source, max) => scope.render(source, max))
  if (fields.text.trim() !== '') return fields
  scope.unsaid({ type: 'noText' })
  scope.note('The text of the message is empty.')
  // Platforms refuse interactive messages without a text.
  return { ...fields, text: '…' }
}
