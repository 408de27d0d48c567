import { Schema } from 'mongoose'
import {
  fromDocument,
  nativeCollection,
  SCHEMA_OPTIONS,
  type StoredDocument,
  toDocument,
} from './documents.ts'
import { isDuplicateKey } from './duplicateKey.ts'
import type { StoreContext } from './storeContext.ts'

/** A group that is to be made as soon as its number can, and the first message to it. */
export interface GroupRequestRecord {
  readonly id: string
  readonly workspaceId: string
  readonly numberId: string
  readonly subject: string
  /** E.164 digits, without the number itself. */
  readonly members: readonly string[]
  /** Empty: no message. */
  readonly text: string
  /** Key that asked for it. */
  readonly keyId: string
  /**
   * `started`: the platform was asked and has not answered yet; `created`: the group is there, the message to it is not
   * sent yet; `done` and `failed` stay.
   */
  readonly status: 'waiting' | 'started' | 'created' | 'done' | 'failed'
  /** Earliest instant of the next attempt. */
  readonly dueAt: number
  readonly attempts: number
  readonly startedAt: number | null
  /** Of the group; null until it is there. */
  readonly address: string | null
  /** Why it failed, in words; null otherwise. */
  readonly problem: string | null
  readonly createdAt: number
}

const schema = new Schema<StoredDocument>(
  {
    _id: { type: String, required: true },
    workspaceId: { type: String, required: true },
    numberId: { type: String, required: true },
    subject: { type: String, required: true },
    members: { type: [String], required: true },
    text: { type: String, default: '' },
    keyId: { type: String, required: true },
    status: { type: String, required: true },
    /** False once it is done or failed. */
    open: { type: Boolean, required: true },
    dueAt: { type: Number, required: true },
    attempts: { type: Number, required: true },
    startedAt: { type: Number, default: null },
    address: { type: String, default: null },
    problem: { type: String, default: null },
    createdAt: { type: Number, required: true },
  },
  { ...SCHEMA_OPTIONS, collection: 'groupRequests' },
)
schema.index({ numberId: 1, open: 1, createdAt: 1 })
schema.index({ dueAt: 1 }, { partialFilterExpression: { open: true } })

const AT_ONCE = 100

/** What may change. */
type GroupRequestChange = Partial<
  Pick<GroupRequestRecord, 'status' | 'dueAt' | 'attempts' | 'startedAt' | 'address' | 'problem'>
>

export function createGroupRequests({ connection }: StoreContext) {
  const model = connection.model<StoredDocument>('GroupRequest', schema)
  const collection = nativeCollection(model)
  return {
    model,

    /** False when there is one with this id. */
    async insert(request: GroupRequestRecord): Promise<boolean> {
      try {
        await collection.insertOne({ ...toDocument(request), open: isOpen(request.status) })
        return true
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
    },

    async find(requestId: string): Promise<GroupRequestRecord | null> {
      const document = await collection.findOne({ _id: requestId })
      return document && toRequest(document)
    },

    /** Numbers that have something to do now. */
    async listDueNumberIds(now: number): Promise<readonly string[]> {
      const due = { open: true, dueAt: { $lte: now } }
      return (await collection.distinct('numberId', due)).map(String)
    },

    /** What is not finished of a number, oldest first. */
    async listOpen(numberId: string): Promise<readonly GroupRequestRecord[]> {
      const documents = await collection
        .find({ numberId, open: true })
        .sort({ createdAt: 1 })
        .limit(AT_ONCE)
        .toArray()
      return documents.map(toRequest)
    },

    /** Changes a request that is still as it was read; false when somebody else was faster. */
    async change(
      { id, status, attempts }: Pick<GroupRequestRecord, 'id' | 'status' | 'attempts'>,
      change: GroupRequestChange,
    ): Promise<boolean> {
      const { matchedCount } = await collection.updateOne(
        { _id: id, status, attempts },
        { $set: { ...change, ...(change.status && { open: isOpen(change.status) }) } },
      )
      return matchedCount > 0
    },

    async removeOfNumber(numberId: string): Promise<void> {
      await collection.deleteMany({ numberId })
    },
  }
}

const isOpen = (status: GroupRequestRecord['status']): boolean =>
  status !== 'done' && status !== 'failed'

const toRequest = ({ open: _open, ...document }: StoredDocument): GroupRequestRecord =>
  fromDocument(document)
