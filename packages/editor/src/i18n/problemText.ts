import { type FlowProblem, fillSentence, languageName } from '@parley/shared'
import { isolate, useLocale } from './t.ts'
import type { Plural } from './types.ts'

/** What the linter says, in the language of the interface; in English where there is no text for it. */
export function problemText({ code, params, message }: FlowProblem): string {
  const { locale, texts } = useLocale.getState()
  const { rules, fields, words } = texts.problems
  const rule = params['rule']
  const text: string | Plural | undefined =
    code === 'invalidField' && typeof rule === 'string'
      ? pick(fields, rule)
      : code === 'invalidField'
        ? undefined
        : pick(rules, code)
  if (text === undefined) return message
  return fillSentence(formOf(text, params, locale), shown(params, locale, words), words)
}

const pick = <Text>(texts: Readonly<Record<string, Text>>, key: string): Text | undefined =>
  Object.hasOwn(texts, key) ? texts[key] : undefined

function formOf(text: string | Plural, params: FlowProblem['params'], locale: string): string {
  if (typeof text === 'string') return text
  return text[new Intl.PluralRules(locale).select(Number(params['count'] ?? 0))] ?? text.other
}

/** Numbers and names of languages as the language writes them; what has words of its own is looked up afterwards. */
const shown = (params: FlowProblem['params'], locale: string, words: object) =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (name === 'language') return [name, languageName(String(params['languageCode']), locale)]
      if (typeof value === 'number') return [name, new Intl.NumberFormat(locale).format(value)]
      return [name, Object.hasOwn(words, name) ? value : isolate(value)]
    }),
  )
