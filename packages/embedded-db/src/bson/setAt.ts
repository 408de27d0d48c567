import { badValue, DatabaseError } from '../errors.ts'
import { describeValue } from './describe.ts'
import { isArrayIndex } from './paths.ts'
import { type Doc, isDoc, ownField, setField } from './values.ts'

/** MongoDB's limit for filling up an array with nulls when an element far behind its end is set. */
const MAX_PADDING = 1_500_000

export type Path = readonly string[]

/** What holds the last part of the path. */
type Container = Doc | unknown[]

/** The value at a concrete path; undefined when missing. */
export function getAt(doc: Doc, path: Path): unknown {
  const container = findContainer(doc, path)
  return container ? getIn(container, lastOf(path)) : undefined
}

/** @throws {DatabaseError} PathNotViable when something on the way is neither a document nor a fitting array. */
export function setAt(doc: Doc, path: Path, value: unknown): void {
  setIn(makeContainer(doc, path), path, value)
}

/** Removes a field; an array element becomes null, so that the others keep their places. */
export function unsetAt(doc: Doc, path: Path): void {
  const container = findContainer(doc, path)
  if (!container) return
  const name = lastOf(path)
  if (!Array.isArray(container)) delete container[name]
  else if (isArrayIndex(name) && Number(name) < container.length) container[Number(name)] = null
}

const lastOf = (path: Path) => path.at(-1) ?? ''

function getIn(container: Container, name: string): unknown {
  if (!Array.isArray(container)) return ownField(container, name)
  return isArrayIndex(name) ? container[Number(name)] : undefined
}

function setIn(container: Container, path: Path, value: unknown): void {
  const name = lastOf(path)
  if (!Array.isArray(container)) {
    setField(container, name, value)
    return
  }
  if (!isArrayIndex(name)) throw notViable(name, container)
  const index = Number(name)
  if (index - container.length > MAX_PADDING)
    throw badValue(`can't backfill more than ${MAX_PADDING} elements`)
  while (container.length < index) container.push(null)
  container[index] = value
}

function findContainer(doc: Doc, path: Path): Container | null {
  let container: Container = doc
  for (const part of path.slice(0, -1)) {
    const next = getIn(container, part)
    if (!isDoc(next) && !Array.isArray(next)) return null
    container = next
  }
  return container
}

function makeContainer(doc: Doc, path: Path): Container {
  let container: Container = doc
  for (let i = 0; i < path.length - 1; i++) {
    const next = getIn(container, path[i] ?? '')
    if (isDoc(next) || Array.isArray(next)) container = next
    else if (next === undefined) {
      const made: Doc = {}
      setIn(container, path.slice(0, i + 1), made)
      container = made
    } else throw notViable(path[i + 1] ?? '', next)
  }
  return container
}

const notViable = (name: string, inside: unknown) =>
  new DatabaseError(
    28,
    'PathNotViable',
    `Cannot create field '${name}' in element ${describeValue(inside)}`,
  )
