const COLUMNS = 4

export type FlowNode = Readonly<Record<string, unknown>>

/** Nodes of a flow file by their ids, in rows. */
export function nodes(
  dataById: Readonly<Record<string, readonly [type: string, data: object]>>,
): readonly FlowNode[] {
  return Object.entries(dataById).map(([id, [type, data]], index) => ({
    id,
    type,
    position: { x: (index % COLUMNS) * 380, y: Math.floor(index / COLUMNS) * 340 },
    data,
  }))
}

/** Lines written as "source.handle > target"; without a handle it is `next`. */
export function lines(...paths: readonly string[]): readonly FlowNode[] {
  return paths.map((path) => {
    const [from = '', target = ''] = path.split(' > ')
    const [source = '', sourceHandle = 'next'] = from.split('.')
    return { id: `${source}-${sourceHandle}`, source, sourceHandle, target }
  })
}
