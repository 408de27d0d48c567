import { problemTexts, problemWords } from './problemTexts.ts'

type Texts = typeof problemTexts
/** Stable id of a rule of the linter. */
export type ProblemCode = keyof Texts

type Placeholders<Text> = Text extends `${string}{${infer Rest}`
  ? Rest extends `{${infer Inner}` // Two braces are braces that are shown, three hold a value.
    ? Inner extends `{${infer Name}}${infer After}`
      ? Name | Placeholders<After>
      : Placeholders<Inner>
    : Rest extends `${infer Name}}${infer After}`
      ? Name | Placeholders<After>
      : never
  : never

/** The values in the sentence of a problem: a name that `problemWords` has words for, or what is shown as it is. */
export type ProblemParams<Code extends ProblemCode = ProblemCode> = Code extends ProblemCode
  ? Texts[Code] extends { readonly other: infer Other }
    ? { readonly [Name in Placeholders<Other> | 'count']: string | number }
    : { readonly [Name in Placeholders<Texts[Code]>]: string | number }
  : never

/** The rule that speaks, how bad it is, and what it says; where it is about is added by whoever knows. */
export interface Finding {
  readonly severity: 'error' | 'warning'
  readonly code: ProblemCode
  /** The sentence in English. */
  readonly message: string
  /** The values in the sentence, for saying it in another language. */
  readonly params: Readonly<Record<string, string | number>>
}

/** A finding with its sentence in English. */
export function finding<Code extends ProblemCode>(
  severity: Finding['severity'],
  code: Code,
  params: ProblemParams<Code>,
): Finding {
  // A mapped type over names is a record of them; the compiler does not see it for a type parameter.
  const values = params as Readonly<Record<string, string | number>>
  return { severity, code, message: sentenceOf(code, values), params: values }
}

function sentenceOf(code: ProblemCode, params: Readonly<Record<string, string | number>>): string {
  const text = problemTexts[code]
  if (typeof text === 'string') return fillSentence(text, params, problemWords)
  return fillSentence(params['count'] === 1 ? text.one : text.other, params, problemWords)
}

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

/** A sentence with its values filled in; a value that `words` knows is said in those words. */
export function fillSentence(
  text: string,
  params: Readonly<Record<string, string | number>>,
  words: Words,
): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    const known = Object.hasOwn(words, name) ? words[name] : undefined
    return known && Object.hasOwn(known, value) ? (known[value] ?? '') : String(value)
  })
}
