import type { TranslationOf } from '../types.ts'

/** What an Arabic file has to provide for its English one, with all plural forms of Arabic. */
export type ArabicOf<Dictionary> = TranslationOf<
  Dictionary,
  'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
>
