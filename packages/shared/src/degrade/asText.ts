import type { Capabilities } from '../capabilities.ts'
import type { Content } from '../content.ts'
import { splitText } from '../text.ts'

/** Lines as one text, split where it is too long. */
export function asText(
  lines: readonly (string | undefined)[],
  capabilities: Capabilities,
): readonly Content[] {
  const text = lines.filter((line) => line !== undefined && line !== '').join('\n')
  return splitText(text, capabilities.text).map((piece) => ({ type: 'text', text: piece }))
}
