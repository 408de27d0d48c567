import { definitionOf, isNodeType } from '@parley/shared'
import type { SimulatedStep } from '../simulation/simulation.ts'

/** What of a flow conversations came by. */
export interface Coverage {
  readonly nodes: Reached
  readonly edges: Reached
}

export interface Reached {
  readonly covered: readonly string[]
  readonly uncovered: readonly string[]
}

interface Drawn {
  readonly nodes: readonly { readonly id: string; readonly type: string }[]
  readonly edges: readonly {
    readonly id: string
    readonly source: string
    readonly sourceHandle: string
  }[]
}

/**
 * Which nodes and edges of a flow these steps came by. Notes do not count; of two edges from one way out only the first
 * can be taken, as in the engine, so the second stays uncovered.
 */
export function coverageOf(
  { nodes, edges }: Drawn,
  steps: readonly Pick<SimulatedStep, 'nodeId' | 'leftBy'>[],
): Coverage {
  const visited = new Set(steps.map(({ nodeId }) => nodeId))
  const left = new Set(
    steps.flatMap(({ nodeId, leftBy }) => (leftBy === undefined ? [] : [`${nodeId} ${leftBy}`])),
  )
  const taken = new Set<string>()
  return {
    nodes: split(nodes.filter(canRun), ({ id }) => visited.has(id)),
    edges: split(edges, ({ source, sourceHandle }) => {
      const way = `${source} ${sourceHandle}`
      if (taken.has(way)) return false
      taken.add(way)
      return left.has(way)
    }),
  }
}

const canRun = ({ type }: Drawn['nodes'][number]): boolean =>
  !isNodeType(type) || definitionOf(type).group !== 'canvas'

function split<Item extends { readonly id: string }>(
  items: readonly Item[],
  isCovered: (item: Item) => boolean,
): Reached {
  const covered = items.filter(isCovered)
  const yes = new Set(covered)
  return {
    covered: covered.map(({ id }) => id),
    uncovered: items.filter((item) => !yes.has(item)).map(({ id }) => id),
  }
}
