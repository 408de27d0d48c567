import { partsOf, valueAt } from '../bson/paths.ts'
import { setAt, unsetAt } from '../bson/setAt.ts'
import { cloneDoc, type Doc, isDoc, isTruthy } from '../bson/values.ts'
import { locationError } from '../errors.ts'
import type { DocStream } from './stages.ts'

/** `$unwind`: one document for each element of an array. */
export async function* unwind(argument: unknown, input: DocStream): AsyncGenerator<Doc[]> {
  const definition = isDoc(argument) ? argument : { path: argument }
  const { path, includeArrayIndex, preserveNullAndEmptyArrays } = definition
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw locationError(28818, "the path of $unwind must be prefixed with a '$'")
  const parts = partsOf(path.slice(1))
  const indexPath = typeof includeArrayIndex === 'string' ? partsOf(includeArrayIndex) : null
  const keepsEmpty = isTruthy(preserveNullAndEmptyArrays)
  const withElement = (doc: Doc, element: unknown, index: number | null) => {
    const copy = cloneDoc(doc)
    if (element === undefined) unsetAt(copy, parts)
    else setAt(copy, parts, element)
    if (indexPath) setAt(copy, indexPath, index)
    return copy
  }
  for await (const docs of input) {
    yield docs.flatMap((doc) => {
      const value = valueAt(doc, parts)
      const isEmpty = value === null || value === undefined
      if (isEmpty || (Array.isArray(value) && value.length === 0))
        return keepsEmpty ? [withElement(doc, value === null ? null : undefined, null)] : []
      if (!Array.isArray(value)) return [withElement(doc, value, null)]
      return value.map((element: unknown, i) => withElement(doc, element, i))
    })
  }
}
