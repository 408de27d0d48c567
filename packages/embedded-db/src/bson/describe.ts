import { ObjectId } from 'bson'
import { isDoc } from './values.ts'

/** A value as MongoDB writes it in messages. */
export function describeValue(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'string') return JSON.stringify(value)
  if (value instanceof Date) return `new Date(${value.getTime()})`
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`
  if (Array.isArray(value)) return `[ ${value.map(describeValue).join(', ')} ]`
  if (isDoc(value)) {
    const fields = Object.entries(value).map(([key, field]) => `${key}: ${describeValue(field)}`)
    return `{ ${fields.join(', ')} }`
  }
  if (typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'bigint' || typeof value === 'number' ? `${value}` : `${value === true}`
}
