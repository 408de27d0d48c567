import { silentLogger } from '@parley/runtime/testing'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import type { DraftLog } from './draftLog.ts'
import { type OpenDraft, openDraft } from './openDraft.ts'
import { EMPTY_DRAFT } from './testing/collaborators.ts'
import { createMemoryDraftLog } from './testing/memoryDraftLog.ts'

it('numbers its rows without a gap, though it looks for rows of others while it writes', async () => {
  const memory = createMemoryDraftLog()
  let draft: OpenDraft | undefined
  const log: DraftLog = {
    ...memory,
    append: async (flow, row) => {
      const isTaken = await memory.append(flow, row)
      await draft?.catchUp()
      return isTaken
    },
  }
  const doc = new Y.Doc()
  draft = await openDraft({
    flow: { flowId: 'f1', workspaceId: 'w' },
    initial: EMPTY_DRAFT,
    doc,
    log,
    store: { find: async () => null, save: async () => 1 },
    logger: silentLogger,
    mirrorDelayMs: 60_000,
    maxMirrorDelayMs: 60_000,
  })
  for (const word of ['one', 'two', 'three']) {
    doc.getMap('settings').set(word, true)
    await draft.durable()
  }
  draft.stop()
  expect(memory.rowsOf('f1').map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
})
