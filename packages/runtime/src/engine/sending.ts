import type { EffectRequest, StepScope } from './types.ts'

/** A text message; none when nothing is left of the text, because no platform takes an empty one. */
export function sendText(source: string, scope: StepScope): readonly EffectRequest[] {
  const text = scope.render(source)
  if (text.trim() !== '') return [{ type: 'send', content: { type: 'text', text } }]
  scope.unsaid({ type: 'noText' })
  scope.note('The text is empty, so nothing was sent.')
  return []
}
