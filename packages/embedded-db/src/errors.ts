import type { Doc } from './bson/values.ts'

/** An error that a client sees: MongoDB's numeric code and name, so that drivers and Mongoose understand it. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: number
  readonly codeName: string
  /** Further fields of the reply, such as `keyPattern` and `keyValue` of a duplicate key. */
  readonly details: Doc

  constructor(code: number, codeName: string, message: string, details: Doc = {}) {
    super(message)
    this.code = code
    this.codeName = codeName
    this.details = details
  }
}

export const badValue = (message: string) => new DatabaseError(2, 'BadValue', message)
export const failedToParse = (message: string) => new DatabaseError(9, 'FailedToParse', message)
export const typeMismatch = (message: string) => new DatabaseError(14, 'TypeMismatch', message)
export const invalidOptions = (message: string) => new DatabaseError(72, 'InvalidOptions', message)
export const namespaceNotFound = (message: string) =>
  new DatabaseError(26, 'NamespaceNotFound', message)

/** An error with one of MongoDB's unnamed codes, which it calls `Location<code>`. */
export const locationError = (code: number, message: string) =>
  new DatabaseError(code, `Location${code}`, message)

/** The answer to everything that this database leaves out on purpose. `what` is a plural or a name. */
export const notSupported = (what: string) =>
  new DatabaseError(
    115,
    'CommandNotSupported',
    `Parley's embedded database does not support ${what}; set MONGODB_URI to use a MongoDB server`,
  )

export const memoryExceeded = (what: string, limitBytes: number) =>
  new DatabaseError(
    292,
    'QueryExceededMemoryLimitNoDiskUseAllowed',
    `${what} exceeded the memory limit of ${limitBytes} bytes; narrow the filter or add an index`,
  )
