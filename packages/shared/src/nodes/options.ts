import { finding } from '../lint/finding.ts'
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
export const duplicateTitles = (
  options: readonly Option[],
  path: readonly (string | number)[],
): readonly NodeFinding[] =>
  duplicateTitlesAt(
    options.map(({ title }, index) => ({ title, field: [...path, index, 'title'] })),
  )

/** The same for titles that stand in several places. */
export function duplicateTitlesAt(
  titles: readonly { readonly title: string; readonly field: readonly (string | number)[] }[],
): readonly NodeFinding[] {
  const seen = new Set<string>()
  return titles.flatMap(({ title, field }): readonly NodeFinding[] => {
    const folded = foldText(title)
    if (!seen.has(folded)) {
      seen.add(folded)
      return []
    }
    return [{ ...finding('error', 'duplicateTitle', { title }), field }]
  })
}
