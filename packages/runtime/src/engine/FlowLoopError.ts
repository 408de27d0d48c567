/** Nodes that one event may lead through before we call the flow a loop. */
export const MAX_NODES_PER_STEP = 100

/** The flow runs in circles without ever waiting. */
export class FlowLoopError extends Error {
  override name = 'FlowLoopError'
  /** The nodes of the loop in their order, each once. */
  readonly nodeIds: readonly string[]
  constructor(visited: readonly string[]) {
    const nodeIds = loopOf(visited)
    super(
      `One event led through more than ${MAX_NODES_PER_STEP} nodes; the flow goes in circles at ${nodeIds.slice(0, 5).join(', ')}`,
    )
    this.nodeIds = nodeIds
  }
}

/** The nodes since the last one was visited before; all of them when none came twice. */
function loopOf(visited: readonly string[]): readonly string[] {
  const last = visited.at(-1)
  const before = last === undefined ? -1 : visited.lastIndexOf(last, visited.length - 2)
  return [...new Set(before === -1 ? visited : visited.slice(before, -1))]
}
