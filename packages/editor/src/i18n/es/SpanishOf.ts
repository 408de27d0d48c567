import type { TranslationOf } from '../types.ts'

/** What a Spanish file has to provide for its English one, with the plural forms that Spanish has below a million. */
export type SpanishOf<Dictionary> = TranslationOf<Dictionary, 'one' | 'other'>
