export type {
  DatabaseServer,
  Logger,
  ServerDependencies,
  ServerOptions,
} from './DatabaseServer.ts'
export type { CollectionReport, ValidationReport } from './engine/validate.ts'
export { DataFolderLockedError } from './LockFile.ts'
export {
  type EmbeddedDatabase,
  type EmbeddedDatabaseOptions,
  startEmbeddedDatabase,
  startInProcess,
} from './startEmbeddedDatabase.ts'
export type { Durability } from './storage/LmdbStore.ts'
