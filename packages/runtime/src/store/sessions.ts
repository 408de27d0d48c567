import { Schema } from 'mongoose'
import type { SessionRecord, Store } from '../pipeline/index.ts'
import {
  byId,
  fromDocument,
  fromJsonText,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredCollection,
  type StoredDocument,
  toDocument,
  toJsonText,
} from './documents.ts'
import { groupCalls, type Outcome } from './groupCalls.ts'
import { groupReads } from './groupReads.ts'
import {
  bulkWriteEach,
  groupWrites,
  isNew,
  MAX_WRITES,
  type WriteOperation,
} from './groupWrites.ts'
import type { StoreContext } from './storeContext.ts'

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, required: true },
    conversationId: { type: String, required: true },
    contactId: { type: String, required: true },
    flowId: { type: String, required: true },
    flowVersionId: { type: String, required: true },
    /** JSON text: its variables have whatever keys the author and the answers of other servers chose. */
    state: { type: String, required: true },
    active: { type: Boolean, required: true },
    version: { type: Number, required: true },
    fence: { type: Number, required: true },
    handledEventIds: { type: [String], required: true },
    /** JSON text. */
    lastEffects: { type: String, required: true },
    committedAt: { type: Number, required: true },
    startedAt: { type: Number, required: true },
    /**
     * True at least on the conversation's newest session; the mark is taken off older ones when a newer one comes. It
     * makes "the newest session of these 300 conversations" one query. Where a crash left a mark too many, the reader
     * sorts it out.
     */
    isLatest: { type: Boolean, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'sessions' },
)
schema.index({ conversationId: 1, isLatest: 1 }, { partialFilterExpression: { isLatest: true } })
schema.index({ workspaceId: 1, flowId: 1, startedAt: -1 })
schema.index({ numberId: 1 })
// Small beside the others, because most sessions have ended.
schema.index({ workspaceId: 1, flowId: 1 }, { partialFilterExpression: { active: true } })

/** What tells of a session whether it can move to another version. */
export type ActiveSession = Pick<
  SessionRecord,
  'id' | 'numberId' | 'contactId' | 'flowVersionId' | 'committedAt' | 'state'
>

export function createSessions({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('Session', schema)
  const collection = nativeCollection(model)
  const write = groupSessionWrites(collection)
  const unmark = groupWrites(collection)
  const loadLatest = groupReads((conversationIds) => findLatest(collection, conversationIds))

  const port = {
    async findLatest(conversationId) {
      const document = await loadLatest(conversationId)
      return document && toSession(document)
    },

    async insert(session) {
      const wasNew = await isNew(write({ type: 'insert', session }))
      if (wasNew) {
        await unmark({ documentId: session.id, operation: { updateMany: unmarkingOlder(session) } })
      }
      return wasNew
    },

    async commit(session, expectedVersion) {
      return write({ type: 'commit', session, expectedVersion })
    },
  } satisfies Store['sessions']

  return {
    ...port,
    model,

    /** Null when the workspace has no such session. */
    async find(workspaceId: string, sessionId: string): Promise<SessionRecord | null> {
      const document = await collection.findOne({ _id: sessionId, workspaceId })
      return document && toSession(document)
    },

    /** The sessions of a flow that are in progress, one after the other and in no particular order. */
    async *listActive(workspaceId: string, flowId: string): AsyncGenerator<ActiveSession> {
      const filter = { workspaceId, flowId, active: true, isLatest: true }
      const projection = { numberId: 1, contactId: 1, flowVersionId: 1, committedAt: 1, state: 1 }
      for await (const document of collection.find(filter, { projection })) {
        yield {
          ...fromDocument<ActiveSession>(document),
          state: fromJsonText(document.state),
        }
      }
    },

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}

type SessionWrite =
  | { readonly type: 'insert'; readonly session: SessionRecord }
  | { readonly type: 'commit'; readonly session: SessionRecord; readonly expectedVersion: number }

/** Inserts and commits go in one bulk write. False: the compare-and-set did not hold. */
function groupSessionWrites(
  collection: StoredCollection,
): (write: SessionWrite) => Promise<boolean> {
  return groupCalls<SessionWrite, boolean>({
    maxBatch: MAX_WRITES,
    keyOf: ({ session }) => session.id,
    run: async (writes) => {
      const { outcomes, matchedCount } = await bulkWriteEach(collection, writes.map(toOperation))
      const commits = writes.filter(({ type }) => type === 'commit')
      // Each filter names one document, so as many matches as commits means that all of them were done.
      const losers =
        matchedCount < commits.length ? await findLosers(collection, commits) : new Set<string>()
      return writes.map(({ session }, index): Outcome<boolean> => {
        const outcome = outcomes[index]
        return outcome && 'error' in outcome ? outcome : { value: !losers.has(session.id) }
      })
    },
  })
}

function toOperation(write: SessionWrite): WriteOperation {
  const { session } = write
  if (write.type === 'insert') return { insertOne: { document: fromSession(session) } }
  const { _id, ...replacement } = fromSession(session)
  const filter = { _id, version: write.expectedVersion, fence: { $lte: session.fence } }
  return { replaceOne: { filter, replacement } }
}

/**
 * Sessions of a batch whose commit did not happen. A bulk write tells only how many documents it matched, so the sessions
 * are read back, and a commit happened if the document carries exactly what it wrote: version, fence and last event.
 *
 * Nobody else can have written that. A fence belongs to one owner process, which steps a conversation one event at a
 * time, so the same fence, version and event are the same step: either this attempt of it, or an earlier one whose
 * answer was lost, and then too the commit has happened. If another owner has already gone further from our commit, we
 * say that it was lost; that is as true, because the number is no longer ours, and the event is not stepped twice: it
 * stands among those that the session has handled.
 */
async function findLosers(
  collection: StoredCollection,
  commits: readonly SessionWrite[],
): Promise<ReadonlySet<string>> {
  const ids = commits.map(({ session }) => session.id)
  const documents = await collection.find({ _id: { $in: ids } }).toArray()
  const committed = byId(documents)
  const losers = commits.filter(({ session }) => !carries(committed.get(session.id), session))
  return new Set(losers.map(({ session }) => session.id))
}

function carries(document: StoredDocument | undefined, session: SessionRecord): boolean {
  if (!document) return false
  const { version, fence, handledEventIds } = fromDocument<SessionRecord>(document)
  return (
    version === session.version &&
    fence === session.fence &&
    handledEventIds.at(-1) === session.handledEventIds.at(-1)
  )
}

async function findLatest(
  collection: StoredCollection,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const documents = await collection
    .find({ conversationId: { $in: [...conversationIds] }, isLatest: true })
    .toArray()
  const latest = new Map<string, StoredDocument>()
  for (const document of documents.sort(byStart))
    latest.set(String(document.conversationId), document)
  return latest
}

/** Of sessions that started in the same millisecond, the one with the later commit counts as the later. */
const byStart = (a: StoredDocument, b: StoredDocument) =>
  Number(a.startedAt) - Number(b.startedAt) || Number(a.committedAt) - Number(b.committedAt)

const unmarkingOlder = ({ id, conversationId, startedAt }: SessionRecord) => ({
  filter: {
    conversationId,
    isLatest: true,
    startedAt: { $lte: startedAt },
    _id: { $ne: id },
  },
  update: { $set: { isLatest: false } },
})

/** Committing marks again: nearly always it is the newest session, and a mark too many costs nothing but its reading. */
const fromSession = (session: SessionRecord): StoredDocument => ({
  ...toDocument(session),
  state: toJsonText(session.state),
  lastEffects: toJsonText(session.lastEffects),
  isLatest: true,
})

function toSession({ isLatest: _isLatest, ...document }: StoredDocument): SessionRecord {
  return {
    ...fromDocument<SessionRecord>(document),
    state: fromJsonText(document.state),
    lastEffects: fromJsonText(document.lastEffects),
  }
}
