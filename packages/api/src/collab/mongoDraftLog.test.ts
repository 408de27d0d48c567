import { startTestDatabase, type TestDatabase } from '@parley/runtime/testing'
import { afterAll, beforeAll } from 'vitest'
import { createMongoDraftLog } from './mongoDraftLog.ts'
import { draftLogContract } from './testing/draftLogContract.ts'

let database: TestDatabase
let logs = 0
beforeAll(async () => {
  database = await startTestDatabase()
})
afterAll(() => database.close())

draftLogContract('in the database', async () => {
  const { db } = database.connection
  if (!db) throw new Error('The connection to the database is not open')
  logs += 1
  return createMongoDraftLog(db.collection(`draftUpdates${logs}`))
})
