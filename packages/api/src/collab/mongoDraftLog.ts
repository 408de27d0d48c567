import type { Collection, Document } from 'mongodb'
import type { DraftLog } from './draftLog.ts'

/**
 * Rows are `{ _id: '<flow>:<number>', workspaceId, update }`, the folded one is `<flow>:folded` with its `seq`, the
 * mark of the mirror is `<flow>:mirrored`. One range over `_id` reads a draft, so no further index is needed.
 */
interface LogDocument extends Document {
  readonly _id: string
  readonly workspaceId: string
  readonly seq: number
  readonly update?: Uint8Array
}

const DUPLICATE_KEY = 11_000
const SEQ_DIGITS = 12

/** The draft log in the collection `draftUpdates`. */
export function createMongoDraftLog(collection: Collection<Document>): DraftLog {
  // The driver types `_id` as ObjectId unless the collection's schema says otherwise; ours are strings.
  const rows = collection as unknown as Collection<LogDocument>
  return {
    async read({ flowId, workspaceId }, afterSeq) {
      const found = await rows
        .find({ _id: { $gt: rowId(flowId, afterSeq), $lt: `${flowId};` }, workspaceId })
        .sort({ _id: 1 })
        .toArray()
      return found
        .flatMap(({ seq, update }) =>
          update === undefined || seq <= afterSeq ? [] : [{ seq, update: toBytes(update) }],
        )
        .sort((a, b) => a.seq - b.seq)
    },

    async append({ flowId, workspaceId }, { seq, update }) {
      try {
        await rows.insertOne({
          _id: rowId(flowId, seq),
          workspaceId,
          seq,
          update: Buffer.from(update),
        })
      } catch (error) {
        if (isDuplicateKey(error)) return false
        throw error
      }
      // The number may have been free because another process has folded its row: nobody would look for it again. The
      // folded row is written before others are deleted, so it is there to be seen.
      const isFolded = await rows.findOne(
        { _id: `${flowId}:folded`, workspaceId, seq: { $gte: seq } },
        { projection: { _id: 1 } },
      )
      if (isFolded === null) return true
      await rows.deleteOne({ _id: rowId(flowId, seq), workspaceId })
      return false
    },

    async fold({ flowId, workspaceId }, { seq, update }) {
      try {
        await rows.replaceOne(
          { _id: `${flowId}:folded`, seq: { $lt: seq } },
          { workspaceId, seq, update: Buffer.from(update) },
          { upsert: true },
        )
      } catch (error) {
        // Another process has folded as far or further; this would throw away what came in between.
        if (isDuplicateKey(error)) return
        throw error
      }
      await rows.deleteMany({ _id: { $gte: rowId(flowId, 0), $lte: rowId(flowId, seq) } })
    },

    async setMirrored({ flowId, workspaceId }, seq) {
      await rows.replaceOne({ _id: `${flowId}:mirrored` }, { workspaceId, seq }, { upsert: true })
    },

    async isAheadOfMirror(flow) {
      const mirrored = await rows.findOne({ _id: `${flow.flowId}:mirrored` })
      const last = await rows.findOne(
        {
          _id: { $gt: rowId(flow.flowId, mirrored?.seq ?? 0), $lte: `${flow.flowId}:folded` },
          workspaceId: flow.workspaceId,
          seq: { $gt: mirrored?.seq ?? 0 },
        },
        { projection: { _id: 1 } },
      )
      return last !== null
    },

    async remove(flowId) {
      await rows.deleteMany({ _id: { $gte: `${flowId}:`, $lt: `${flowId};` } })
    },
  }
}

const rowId = (flowId: string, seq: number): string =>
  `${flowId}:${String(seq).padStart(SEQ_DIGITS, '0')}`

/** The driver gives bytes as its own Binary; both kinds become one that shares no memory with the answer. */
function toBytes(value: Uint8Array | { readonly buffer: Uint8Array }): Uint8Array {
  return Uint8Array.from(value instanceof Uint8Array ? value : value.buffer)
}

const isDuplicateKey = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === DUPLICATE_KEY
