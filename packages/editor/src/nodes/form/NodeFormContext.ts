import type { Capabilities, FlowProblem, LiquidScope } from '@parley/shared'
import { createContext, useContext } from 'react'
import { problemText } from '../../i18n/problemText.ts'
import type { OfferedFix } from './FixButtons.tsx'
import type { TranslationScope } from './translation/translationScope.ts'
import type { VariableChoice } from './words/variables.ts'

export type FieldPath = readonly (string | number)[]

/** What the fields of a node's form know about where they stand. */
export interface NodeFormScope {
  readonly nodeId: string
  readonly isReadOnly: boolean
  /** What the linter says about this node; empty while the node is so new that its gaps are no news. */
  readonly problems: readonly FlowProblem[]
  /** The ways to solve a problem by a press. */
  readonly fixesOf: (problem: FlowProblem) => readonly OfferedFix[]
  /** What can be put between {{ and }}. */
  readonly variables: readonly VariableChoice[]
  /** The values to show beside variables: of the running simulator, or examples. */
  readonly values: () => LiquidScope
  /** What the channels can show that the flow answers on; at least one. */
  readonly channels: readonly Capabilities[]
  /** The flow's further languages; null while it has one only. */
  readonly translation: TranslationScope | null
  /** The other nodes, for jumping to them. */
  readonly otherNodes: readonly { readonly id: string; readonly name: string }[]
}

export const NodeFormContext = createContext<NodeFormScope | null>(null)

export function useNodeForm(): NodeFormScope {
  const scope = useContext(NodeFormContext)
  if (!scope) throw new Error('A field of a node stands outside of a node form.')
  return scope
}

/** The error about the field at `path`, in words; of a whole value also what is said about its parts. */
export function useFieldError(path: FieldPath | undefined): string | undefined {
  // The last one is the most particular: first a value is missing, then it is not what this field wants.
  const error = useFieldProblems(path).findLast(({ severity }) => severity === 'error')
  return error && problemText(error)
}

/** Everything that the linter says about the field at `path` itself. */
export function useFieldProblems(path: FieldPath | undefined): readonly FlowProblem[] {
  const { problems } = useNodeForm()
  if (!path) return []
  return problems.filter(
    ({ field }) =>
      field?.length === path.length &&
      path.every((part, index) => String(part) === String(field[index])),
  )
}
