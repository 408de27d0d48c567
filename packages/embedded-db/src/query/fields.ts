import { topField } from '../bson/paths.ts'
import { type Doc, isDoc } from '../bson/values.ts'

/** The top-level fields that a filter looks at, or null when an expression may look at any. */
export function fieldsOfFilter(filter: Doc): Set<string> | null {
  const fields = new Set<string>()
  return addFields(filter, fields) ? fields : null
}

function addFields(filter: Doc, fields: Set<string>): boolean {
  for (const [key, condition] of Object.entries(filter)) {
    if (!key.startsWith('$')) fields.add(topField(key))
    else if (key === '$expr') return false
    else if (Array.isArray(condition)) {
      for (const part of condition) if (isDoc(part) && !addFields(part, fields)) return false
    }
  }
  return true
}
