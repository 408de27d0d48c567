import { readNumberReason } from '@parley/shared/api'
import { server } from './en/server.ts'
import type { ReadServer } from './locales.ts'

/** Finds what the server said among the texts that are translated. Loaded with any language but its own. */
export const readServer: ReadServer = ({ sentence, failureClass }) => {
  if (failureClass !== undefined && isFailure(failureClass)) {
    return { key: `server.failures.${failureClass}`, values: {} }
  }
  const reason = readNumberReason(sentence)
  if (reason) return { key: `server.reasons.${reason.name}`, values: reason.values }
  for (const { name, pattern } of PATTERNS) {
    const match = pattern.exec(sentence)
    if (match) return { key: `server.sentences.${name}`, values: { ...match.groups } }
  }
  return null
}

const isFailure = (name: string): name is keyof typeof server.failures =>
  Object.hasOwn(server.failures, name)

// The keys of the sentences are their names.
const PATTERNS = (Object.keys(server.sentences) as (keyof typeof server.sentences)[]).map(
  (name) => ({ name, pattern: toPattern(server.sentences[name]) }),
)

function toPattern(sentence: string): RegExp {
  const source = sentence
    .replaceAll(/[.*+?^$()|[\]\\/]/gu, String.raw`\$&`)
    .replaceAll(/\{(\w+)\}/gu, '(?<$1>.+)')
  return new RegExp(`^${source}$`, 'u')
}
