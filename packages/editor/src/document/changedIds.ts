import type * as Y from 'yjs'

/** Ids of the nodes, or edges, that changed, came or went, by what their shared map says of it. */
export function changedIds(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> {
  const ids = new Set<string>()
  for (const { path, changes } of events) {
    const [id] = path
    if (typeof id === 'string') ids.add(id)
    else for (const key of changes.keys.keys()) ids.add(key)
  }
  return ids
}
