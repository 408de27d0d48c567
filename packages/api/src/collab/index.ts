export {
  attachCollaboration,
  type Collaboration,
  type CollaborationOptions,
  type DraftAccess,
} from './attachCollaboration.ts'
export type { DraftLog, DraftRow, FlowRef } from './draftLog.ts'
export { createMongoDraftLog } from './mongoDraftLog.ts'
export type { DraftStore } from './openDraft.ts'
