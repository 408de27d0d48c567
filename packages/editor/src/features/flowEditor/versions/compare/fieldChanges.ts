import type { FieldLine } from './fieldLines.ts'

/** A field that says something else than before; null where it said, or says, nothing. */
export interface FieldChange {
  readonly path: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/** What differs between the fields of two states of a thing, in the order of the later one. */
export function fieldChanges(
  before: readonly FieldLine[],
  after: readonly FieldLine[],
): readonly FieldChange[] {
  const old = new Map(before.map((line) => [line.path, line]))
  const now = new Map(after.map((line) => [line.path, line]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)]
    if (was?.value === is?.value) return []
    const label = (is ?? was)?.label ?? path
    return [{ path, label, before: was?.value ?? null, after: is?.value ?? null }]
  })
}
