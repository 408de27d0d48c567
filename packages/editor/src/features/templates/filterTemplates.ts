import type { Template } from '@parley/shared/api'
import { containsWords } from '../../ui/foldText.ts'

/** In filters: whatever it is. */
export const ANY = 'any'

export interface TemplateFilter {
  readonly words: string
  /** A language, or {@link ANY}. */
  readonly language: string
  /** A status, or {@link ANY}. */
  readonly status: Template['status'] | typeof ANY
}

/** Those that have all of the words in name or text, and are of the language and status. */
export function filterTemplates(
  templates: readonly Template[],
  { words, language, status }: TemplateFilter,
): readonly Template[] {
  return templates.filter(
    (template) =>
      (language === ANY || template.language === language) &&
      (status === ANY || template.status === status) &&
      containsWords(`${template.name} ${template.header} ${template.body}`, words.trim()),
  )
}
