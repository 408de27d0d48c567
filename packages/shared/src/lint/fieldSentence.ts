import { fieldTexts } from './problemTexts.ts'

export type FieldRule = keyof typeof fieldTexts

/**
 * Which of `fieldTexts` a sentence of a schema is, and with which values, so that it can be said in another language.
 * Null: none of them.
 */
export function readFieldSentence(
  sentence: string,
): { readonly rule: FieldRule; readonly values: Readonly<Record<string, string>> } | null {
  for (const [rule, pattern] of PATTERNS) {
    const match = pattern.exec(sentence)
    if (match) return { rule, values: { ...match.groups } }
  }
  return null
}

// The keys of the texts are the rules.
const PATTERNS = (Object.keys(fieldTexts) as FieldRule[]).map(
  (rule) => [rule, toPattern(fieldTexts[rule])] as const,
)

function toPattern(text: string): RegExp {
  const source = text
    .split(/(\{\w+\})/u)
    .map((part) => {
      const name = /^\{(\w+)\}$/u.exec(part)?.[1]
      return name === undefined ? part.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&') : `(?<${name}>.+)`
    })
    .join('')
  return new RegExp(`^${source}$`, 'u')
}
