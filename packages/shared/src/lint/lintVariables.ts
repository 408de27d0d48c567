import type { Draft } from '../draft/draft.ts'
import { checkLiquid, liquidVariables } from '../liquid.ts'
import { definitionOf, isNodeType } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { SYSTEM_NAMES, variableUses } from '../variables/variableUses.ts'
import { finding } from './finding.ts'
import type { NodeFacts } from './nodeFacts.ts'

/** Variables that nothing sets, and those that nothing reads. */
export function lintVariables(draft: Draft, facts: readonly NodeFacts[]): readonly FlowProblem[] {
  const known = knownNames(draft, facts)
  const settings = settingsTemplate(draft)
  return [
    ...facts.flatMap((each) => unknownNames(each, known)),
    ...lintSettings(settings, known),
    ...unusedVariables(draft, new Set(liquidVariables(settings))),
  ]
}

function knownNames(draft: Draft, facts: readonly NodeFacts[]): ReadonlySet<string> {
  const declared = draft.variables.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  return new Set([...SYSTEM_NAMES, ...declared, ...facts.flatMap(({ assigns }) => assigns)])
}

const unknownNames = (
  { read, reads }: NodeFacts,
  known: ReadonlySet<string>,
): readonly FlowProblem[] =>
  reads.flatMap(({ name, field }) =>
    read.value === null || known.has(name)
      ? []
      : [
          {
            ...finding('warning', 'unknownVariable', { name }),
            nodeId: read.value.id,
            nodeType: read.value.type,
            ...(field && { field }),
          },
        ],
  )

/** The one text outside of nodes: what is said about a tap on an old button. */
function settingsTemplate({ settings }: Draft): string {
  const { staleTapText } = settings
  return typeof staleTapText === 'string' ? staleTapText : ''
}

function lintSettings(source: string, known: ReadonlySet<string>): readonly FlowProblem[] {
  const field = ['settings', 'staleTapText']
  const problem = checkLiquid(source)
  if (problem !== null) return [{ ...finding('error', 'invalidLiquid', { problem }), field }]
  return liquidVariables(source)
    .filter((name) => !known.has(name))
    .map((name) => ({ ...finding('warning', 'unknownVariable', { name }), field }))
}

/** Answers of the contact are kept for people to read; what a flow computes or declares is for itself alone. */
function unusedVariables(draft: Draft, readElsewhere: ReadonlySet<string>): readonly FlowProblem[] {
  const typesById = new Map(draft.nodes.map(({ id, type }) => [id, type]))
  const isAnswer = (nodeId: string) => {
    const type = typesById.get(nodeId) ?? ''
    return isNodeType(type) && definitionOf(type).keepsAnswers === true
  }
  return variableUses(draft)
    .filter(({ name, readBy, setBy }) =>
      [
        readBy.length === 0,
        !readElsewhere.has(name),
        setBy.every(({ nodeId }) => !isAnswer(nodeId)),
      ].every(Boolean),
    )
    .flatMap(({ name, declaredAt, setBy }): readonly FlowProblem[] => {
      const found = finding('warning', 'unusedVariable', { name })
      return [
        ...(declaredAt === null ? [] : [{ ...found, field: ['variables', declaredAt] }]),
        ...setBy.map(({ nodeId, path }) => ({
          ...found,
          nodeId,
          nodeType: typesById.get(nodeId) ?? '',
          field: path,
        })),
      ]
    })
}
