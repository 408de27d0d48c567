/** What other packages' tests use of this one. */
export { FakeClock } from './fakeClock.ts'
export { startTestDatabase, type TestDatabase } from './mongo.ts'
export {
  aDeliveryRecord,
  anInboundRecord,
  anOutboundRecord,
  aWebhookRecord,
} from './storeRecords.ts'
export { silentLogger } from './world.ts'
