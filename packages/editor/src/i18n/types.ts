/** A text by number: the forms that a language has, picked by `Intl.PluralRules`. `{count}` in it is the number. */
export interface Plural {
  readonly zero?: string
  readonly one?: string
  readonly two?: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** Texts, nested by area and place. */
export interface Texts {
  readonly [name: string]: string | Plural | Texts
}

/** Every dotted path to a text: `flows.empty.title`. */
export type KeyOf<Dictionary> = {
  [Name in keyof Dictionary & string]: Dictionary[Name] extends string | { readonly other: string }
    ? Name
    : `${Name}.${KeyOf<Dictionary[Name]>}`
}[keyof Dictionary & string]

export type TextAt<Dictionary, Key extends string> = Key extends `${infer Name}.${infer Rest}`
  ? Name extends keyof Dictionary
    ? TextAt<Dictionary[Name], Rest>
    : never
  : Key extends keyof Dictionary
    ? Dictionary[Key]
    : never

type Placeholders<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never

/** The values that a text needs: one for each `{name}` in it, and `count` for plurals. */
export type ParamsOf<Text> = Text extends string
  ? { readonly [Name in Placeholders<Text>]: string | number }
  : Text extends { readonly other: infer Other }
    ? { readonly [Name in Exclude<Placeholders<Other>, 'count'>]: string | number } & {
        readonly count: number
      }
    : never

/** What another language has to provide for an English dictionary; each text by number needs the `Forms` of the language. */
export type TranslationOf<Dictionary, Forms extends keyof Plural = 'other'> = {
  readonly [Name in keyof Dictionary]: Dictionary[Name] extends string
    ? string
    : Dictionary[Name] extends { readonly other: string }
      ? Plural & { readonly [Form in Forms]: string }
      : TranslationOf<Dictionary[Name], Forms>
}
