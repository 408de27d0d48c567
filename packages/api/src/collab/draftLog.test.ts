import { draftLogContract } from './testing/draftLogContract.ts'
import { createMemoryDraftLog } from './testing/memoryDraftLog.ts'

draftLogContract('in memory', async () => createMemoryDraftLog())
