import type { Capabilities } from '../capabilities.ts'
import type { DraftFlow } from '../draftFlow.ts'
import { findMisfits } from '../fits.ts'
import { checkLiquid, liquidVariables } from '../liquid.ts'
import { definitionOf, type FlowNode } from '../nodes/index.ts'
import type { FlowProblem } from '../parseFlow.ts'
import { SYSTEM_NAMES } from '../variables/variableUses.ts'

/** Broken templates, variables that nothing sets, and texts that a channel cannot show as they are. */
export function lintTexts(
  draft: DraftFlow,
  nodes: readonly FlowNode[],
  capabilities: readonly Capabilities[],
): readonly FlowProblem[] {
  const known = knownVariables(draft, nodes)
  return nodes.flatMap((node) => [
    ...lintTemplates(node, known),
    ...lintReads(node, known),
    ...capabilities.flatMap((each) => lintLimits(node, each)),
  ])
}

function knownVariables(draft: DraftFlow, nodes: readonly FlowNode[]): ReadonlySet<string> {
  const declared = draft.variables.flatMap(({ name }) => (typeof name === 'string' ? [name] : []))
  const assigned = nodes.flatMap(({ type, data }) => definitionOf(type).assigns(data))
  return new Set([...SYSTEM_NAMES, ...declared, ...assigned])
}

function lintTemplates(node: FlowNode, known: ReadonlySet<string>): readonly FlowProblem[] {
  const where = { nodeId: node.id, nodeType: node.type }
  return definitionOf(node.type)
    .templates(node.data)
    .flatMap(({ path, source }): readonly FlowProblem[] => {
      const problem = checkLiquid(source)
      if (problem !== null) {
        const message = `A {{ … }} in this text is not right: ${problem}`
        return [{ severity: 'error', code: 'invalidLiquid', message, ...where, field: path }]
      }
      return liquidVariables(source)
        .filter((name) => !known.has(name))
        .map((name) => ({ ...toUnknown(name), ...where, field: path }))
    })
}

function lintReads({ id, type, data }: FlowNode, known: ReadonlySet<string>) {
  const names = new Set(definitionOf(type).reads?.(data) ?? [])
  return [...names]
    .filter((name) => !known.has(name))
    .map((name) => ({ ...toUnknown(name), nodeId: id, nodeType: type }))
}

const toUnknown = (name: string): FlowProblem => ({
  severity: 'warning',
  code: 'unknownVariable',
  message: `Nothing in this flow sets the variable “${name}”; it will be empty.`,
})

function lintLimits(
  { id, type, data }: FlowNode,
  capabilities: Capabilities,
): readonly FlowProblem[] {
  return (definitionOf(type).preview?.(data) ?? [])
    .flatMap((content) => findMisfits(content, capabilities))
    .map(({ part, message }) => ({
      severity: 'warning',
      code: 'overLimit',
      message: `${message} It will be split, cut or shown in another way.`,
      nodeId: id,
      nodeType: type,
      ...(part === ''
        ? {}
        : { field: part.split('.').map((key) => (/^\d+$/.test(key) ? Number(key) : key)) }),
    }))
}
