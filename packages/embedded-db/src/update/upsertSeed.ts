import { partsOf } from '../bson/paths.ts'
import { getAt, setAt } from '../bson/setAt.ts'
import { cloneValue, type Doc, isDoc, isRegex } from '../bson/values.ts'
import { isOperatorDoc } from '../query/operators.ts'

/** The document that an upsert starts from: what the query says by equality. */
export function upsertSeed(filter: Doc): Doc {
  const seed: Doc = {}
  addEqualities(filter, seed)
  return seed
}

function addEqualities(filter: Doc, seed: Doc): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const part of condition) if (isDoc(part)) addEqualities(part, seed)
    } else if (key === '$or' && Array.isArray(condition) && condition.length === 1) {
      if (isDoc(condition[0])) addEqualities(condition[0], seed)
    } else if (!key.startsWith('$')) {
      const value = fixedValue(condition)
      const parts = partsOf(key)
      if (value !== undefined && getAt(seed, parts) === undefined) setAt(seed, parts, value)
    }
  }
}

/** The value that a condition fixes, or undefined. */
function fixedValue(condition: unknown): unknown {
  if (isRegex(condition)) return undefined
  if (!isOperatorDoc(condition)) return cloneValue(condition)
  if ('$eq' in condition) return cloneValue(condition.$eq)
  for (const list of [condition.$in, condition.$all]) {
    if (Array.isArray(list) && list.length === 1 && !isRegex(list[0]) && !isOperatorDoc(list[0]))
      return cloneValue(list[0])
  }
  return undefined
}
