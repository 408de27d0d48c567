/** What other packages' tests use of this one. */
export { FakeClock } from './fakeClock.ts'
export { startTestDatabase, type TestDatabase } from './mongo.ts'
export { aDeliveryRecord, aWebhookRecord } from './storeRecords.ts'
export { silentLogger } from './world.ts'
