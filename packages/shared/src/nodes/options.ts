import { foldText } from '../text.ts'
import { type NodeFinding, spoken, type TemplateField } from './defineNode.ts'

interface Option {
  readonly id: string
  readonly title: string
  readonly description?: string
}

export const optionTemplates = (
  options: readonly Option[],
  path: readonly (string | number)[],
): readonly TemplateField[] =>
  options.flatMap(({ title, description }, index) => [
    spoken([...path, index, 'title'], title),
    ...(description === undefined ? [] : [spoken([...path, index, 'description'], description)]),
  ])

/** Titles that a contact cannot tell apart, and neither can we when the answer is typed. */
export function duplicateTitles(
  options: readonly Option[],
  path: readonly (string | number)[],
): readonly NodeFinding[] {
  const seen = new Set<string>()
  return options.flatMap(({ title }, index): readonly NodeFinding[] => {
    const folded = foldText(title)
    if (!seen.has(folded)) {
      seen.add(folded)
      return []
    }
    return [
      {
        severity: 'error',
        code: 'duplicateTitle',
        message: `“${title}” stands there twice; give each option a title of its own.`,
        field: [...path, index, 'title'],
      },
    ]
  })
}
