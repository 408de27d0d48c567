import { describeValue } from '../../bson/describe.ts'
import { type Doc, isDoc, toInt64, toNumber } from '../../bson/values.ts'
import type { Database, Deadline } from '../../engine/Database.ts'
import { badValue, notSupported, typeMismatch } from '../../errors.ts'
import { evaluateLet } from '../../query/expressions.ts'
import type { Connection } from '../Connection.ts'
import type { Cursors } from '../Cursors.ts'
import type { Credentials } from '../scram.ts'

/** What commands work on. */
export interface Services {
  database: Database
  cursors: Cursors
  credentials: Credentials
  startedAt: number
  connectionCount: () => number
  /** Reports an error that is not the client's. */
  onUnexpectedError: (error: unknown) => void
}

/** One command as it came, decoded. */
export interface Request {
  services: Services
  connection: Connection
  /** The command's name as the client wrote it. */
  name: string
  /** `$db`. */
  databaseName: string
  body: Doc
  /** Raw documents that came beside the body or were cut out of it. */
  sequences: Record<string, Buffer[]>
  deadline: Deadline
}

/** The reply, with `ok: 1` or as finished BSON. */
export type Reply = Doc | Buffer

export type Command = (request: Request) => Reply | Promise<Reply>

/** The collection that a command is about, which is the value of its first field. */
export function collectionNameOf({ name, body }: Request): string {
  const value = body[name]
  if (typeof value !== 'string') throw badValue(`collection name has invalid type for ${name}`)
  return value
}

export const namespaceOf = (request: Request) => ({
  database: request.databaseName,
  name: collectionNameOf(request),
})

/** An optional document of the body. */
export function optionalDoc(body: Doc, field: string): Doc | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  if (!isDoc(value)) throw typeMismatch(`Expected field ${field} to be of type object`)
  return value
}

/** An optional number of at least 0. */
export function optionalCount(body: Doc, field: string): number | undefined {
  const value = body[field]
  if (value === undefined || value === null) return undefined
  const count = toNumber(value)
  if (!(count >= 0))
    throw badValue(`BSON field '${field}' value must be >= 0, actual value ${describeValue(value)}`)
  return count
}

/** The list of documents called `field`, from the body. */
export function documentsIn(body: Doc, field: string): Doc[] {
  const list = body[field]
  if (list === undefined) return []
  if (!Array.isArray(list) || !list.every(isDoc))
    throw typeMismatch(`BSON field '${field}' must be an array of documents`)
  return list
}

/** The values of `let`. */
export const variablesOf = (body: Doc) => evaluateLet(body.let)

export const toBigInt = (value: unknown) => toInt64(value) ?? BigInt(Math.trunc(toNumber(value)))

/** @throws {DatabaseError} for options that would change results if they were ignored. */
export function refuseCollation(body: Doc): void {
  const { collation } = body
  if (isDoc(collation) && collation.locale !== undefined && collation.locale !== 'simple')
    throw notSupported('collations')
}
