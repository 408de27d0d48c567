import { definitionOf, isNodeType, shapeData } from '@parley/shared'
import type { Draft } from '@parley/shared/draft'
import { t } from '../../../i18n/t.ts'

/** Something that can be put between {{ and }}. */
export interface VariableChoice {
  readonly name: string
  /** Where it comes from. */
  readonly description: string
}

/** What the engine provides in every flow. */
const SYSTEM = [
  ['contact.name', 'contactName'],
  ['contact.phone', 'contactPhone'],
  ['contact.tags', 'contactTags'],
  ['contact.language', 'contactLanguage'],
  ['number.name', 'numberName'],
  ['number.phone', 'numberPhone'],
  ['now', 'now'],
  ['today', 'today'],
] as const

/** Every variable of a flow: declared, set by a node, or provided by the engine. Each once. */
export function variablesOf(
  draft: Draft,
  titleOf: (nodeId: string) => string,
): readonly VariableChoice[] {
  const choices = new Map<string, VariableChoice>()
  const add = (name: string, description: string) => {
    if (name !== '' && !choices.has(name)) choices.set(name, { name, description })
  }
  for (const { id, type, data } of draft.nodes) {
    if (!isNodeType(type)) continue
    for (const name of definitionOf(type).assigns(shapeData(type, data))) {
      add(name, t('nodes.form.fromNode', { name: titleOf(id) }))
    }
  }
  for (const { name } of draft.variables) {
    if (typeof name === 'string') add(name, t('nodes.form.declared'))
  }
  for (const [name, key] of SYSTEM) add(name, t(`nodes.form.systemVariables.${key}`))
  return [...choices.values()]
}
