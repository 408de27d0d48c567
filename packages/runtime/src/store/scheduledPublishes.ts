import { Schema } from 'mongoose'
import type { TrialAudience } from '../pipeline/index.ts'
import {
  fromDocument,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
  updateOf,
} from './documents.ts'
import type { StoreContext } from './storeContext.ts'

/** A flow version that is to be published by itself at a certain time. */
export interface ScheduledPublishRecord {
  readonly id: string
  readonly workspaceId: string
  readonly flowId: string
  /** Made when it was scheduled: what is changed in the draft afterwards is not in it. */
  readonly flowVersionId: string
  readonly versionNumber: number
  readonly numberIds: readonly string[]
  readonly audience: TrialAudience | { readonly type: 'everyone' }
  /** True: conversations in progress move to it where they can. */
  readonly moves: boolean
  readonly dueAt: number
  /** IANA name; in which zone people read the time. */
  readonly timeZone: string
  readonly userId: string
  /** Key that asked for it; null when a person did. */
  readonly keyId: string | null
  readonly createdAt: number
  /** `published` may have a problem too: one of several numbers was gone. */
  readonly status: 'waiting' | 'published' | 'failed' | 'cancelled'
  /** In words for the person who scheduled it; null when all went well. */
  readonly problem: string | null
  readonly finishedAt: number | null
}

/** One that is being published now. */
export interface ClaimedPublish extends ScheduledPublishRecord {
  /** When it was begun for the first time: a repetition after a crash writes the same instant. */
  readonly startedAt: number
}

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    flowId: { type: String, required: true },
    flowVersionId: { type: String, required: true },
    versionNumber: { type: Number, required: true },
    numberIds: { type: [String], required: true },
    audience: { type: Schema.Types.Mixed, required: true },
    moves: { type: Boolean, required: true },
    dueAt: { type: Number, required: true },
    timeZone: { type: String, required: true },
    userId: { type: String, required: true },
    keyId: { type: String, default: null },
    createdAt: { type: Number, required: true },
    status: { type: String, required: true },
    problem: { type: String, default: null },
    finishedAt: { type: Number, default: null },
    /** The process that publishes it, and until when nobody else may. */
    ownerId: { type: String, required: true },
    leasedUntil: { type: Number, required: true },
    startedAt: { type: Number },
  },
  { ...SCHEMA_OPTIONS, collection: 'scheduledPublishes' },
)
schema.index({ status: 1, dueAt: 1 }, { partialFilterExpression: { status: 'waiting' } })
schema.index({ workspaceId: 1, flowId: 1, dueAt: -1 })

const AT_ONCE = 100

export function createScheduledPublishes({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('ScheduledPublish', schema)
  const collection = nativeCollection(model)

  return {
    model,

    async insert(record: ScheduledPublishRecord): Promise<void> {
      await collection.insertOne({ ...toDocument(record), ownerId: '', leasedUntil: 0 })
    },

    async find(workspaceId: string, id: string): Promise<ScheduledPublishRecord | null> {
      const document = await collection.findOne({ _id: id, workspaceId })
      return document && toRecord(document)
    },

    /** Of a flow: what waits and what failed, the latest first. What was published or cancelled is history. */
    async listOpen(
      workspaceId: string,
      flowId: string,
    ): Promise<readonly ScheduledPublishRecord[]> {
      const documents = await collection
        .find({ workspaceId, flowId, status: { $in: ['waiting', 'failed'] } })
        .sort({ dueAt: -1 })
        .limit(AT_ONCE)
        .toArray()
      return documents.map(toRecord)
    },

    /** What waits and is due until then, in all workspaces, the earliest first. */
    async listDue(until: number): Promise<readonly ScheduledPublishRecord[]> {
      const documents = await collection
        .find({ status: 'waiting', dueAt: { $lte: until } })
        .sort({ dueAt: 1 })
        .limit(AT_ONCE)
        .toArray()
      return documents.map(toRecord)
    },

    /** Takes one to publish it. Null when it does not wait any more, or another process is at it. */
    async claim(
      id: string,
      lease: { readonly ownerId: string; readonly now: number; readonly ttlMs: number },
    ): Promise<ClaimedPublish | null> {
      const { ownerId, now, ttlMs } = lease
      const document = await collection.findOneAndUpdate(
        { _id: id, status: 'waiting', leasedUntil: { $lte: now } },
        updateOf({ $set: { ownerId, leasedUntil: now + ttlMs }, $min: { startedAt: now } }),
        { returnDocument: 'after' },
      )
      return document && { ...toRecord(document), startedAt: Number(document.startedAt) }
    },

    /** Writes down what came of it. False when the lease was lost. */
    async finish(
      id: string,
      ownerId: string,
      outcome: Pick<ScheduledPublishRecord, 'status' | 'problem' | 'finishedAt'>,
    ): Promise<boolean> {
      const { matchedCount } = await collection.updateOne(
        { _id: id, status: 'waiting', ownerId },
        { $set: outcome },
      )
      return matchedCount > 0
    },

    /** Takes back one that waits, or lets one that failed be forgotten. False when it is too late for that. */
    async cancel(workspaceId: string, id: string, now: number): Promise<boolean> {
      const { matchedCount } = await collection.updateOne(
        {
          _id: id,
          workspaceId,
          status: { $in: ['waiting', 'failed'] },
          leasedUntil: { $lte: now },
        },
        { $set: { status: 'cancelled', finishedAt: now } },
      )
      return matchedCount > 0
    },

    /** The flow is gone, so what waits for it will not be published. Gives what that was. */
    async failOfFlow(
      workspaceId: string,
      flowId: string,
      { problem, at }: { readonly problem: string; readonly at: number },
    ): Promise<readonly string[]> {
      const waiting = { workspaceId, flowId, status: 'waiting' }
      const documents = await collection.find(waiting, { projection: { _id: 1 } }).toArray()
      const failed = { $set: { status: 'failed', problem, finishedAt: at } }
      const ids = documents.map(({ _id }) => _id)
      await collection.updateMany({ _id: { $in: ids }, status: 'waiting' }, failed)
      return ids
    },
  }
}

function toRecord(document: StoredDocument): ScheduledPublishRecord {
  const { ownerId: _, leasedUntil: __, startedAt: ___, ...fields } = document
  return fromDocument(fields)
}
