export { attachCollaboration, type DraftAccess } from './attachCollaboration.ts'
export { createMongoDraftLog } from './mongoDraftLog.ts'
