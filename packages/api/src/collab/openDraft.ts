import type { Logger } from '@parley/runtime/pipeline'
import { type Draft, readDraft, replaceDraft } from '@parley/shared/draft'
import * as Y from 'yjs'
import type { DraftLog, FlowRef } from './draftLog.ts'

/** The flow records, as far as drafts go. */
export interface DraftStore {
  /** Null when there is no such flow. */
  find(flowId: string): Promise<{ readonly workspaceId: string; readonly draft: Draft } | null>
  /** Keeps the draft as JSON and counts its revision up. Null when the flow is gone. */
  save(flow: FlowRef, draft: Draft): Promise<number | null>
}

export interface OpenDraftOptions {
  readonly flow: FlowRef
  /** What the flow record says, for a draft that was never opened before. */
  readonly initial: Draft
  readonly doc: Y.Doc
  readonly log: DraftLog
  readonly store: DraftStore
  readonly logger: Logger
  /** The JSON follows this long after the last change, and at the latest after `maxMirrorDelayMs`. */
  readonly mirrorDelayMs: number
  readonly maxMirrorDelayMs: number
}

/** A draft that somebody edits, in this process. */
export interface OpenDraft {
  readonly flow: FlowRef
  /** Resolves when every change made so far is on disk. */
  durable(): Promise<void>
  /** Brings in what other processes wrote. */
  catchUp(): Promise<void>
  /** Writes the JSON into the flow record if it lags behind. */
  mirror(): Promise<void>
  /** Bytes that reading the draft back would take; for refusing to let it grow without end. */
  size(): number
  /** Stops timers; `durable` and `mirror` come before it. */
  stop(): void
}

/** Changes that come from the log and need not be written to it again. */
export const FROM_LOG = Symbol('from the log')

const ROWS_UNTIL_FOLD = 200
const FIRST_RETRY_MS = 200
const LAST_RETRY_MS = 5_000

/** Fills `doc` with the flow's draft and from then on writes every change of it to the log, in order. */
export async function openDraft(options: OpenDraftOptions): Promise<OpenDraft> {
  const { flow, doc, log, store, logger } = options
  let seq = 0
  let rowsSinceFold = 0
  let size = 0
  let waiting: Uint8Array[] = []
  let writing: Promise<void> | null = null
  let mirroredSeq = 0
  let mirroring: Promise<void> = Promise.resolve()
  let mirrorTimer: ReturnType<typeof setTimeout> | undefined
  let dirtySince = 0
  let isStopped = false

  await catchUp()
  if (seq === 0) await seed()
  else if (!(await log.isAheadOfMirror(flow))) mirroredSeq = seq
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_LOG) return
    size += update.length
    waiting.push(update)
    writing ??= write()
    mirrorSoon()
  })

  return { flow, durable, catchUp, mirror, size: () => size, stop }

  async function catchUp(): Promise<void> {
    for (const row of await log.read(flow, seq)) {
      try {
        Y.applyUpdate(doc, row.update, FROM_LOG)
      } catch (error) {
        logger.error({ flowId: flow.flowId, seq: row.seq, err: error }, 'draft row cannot be read')
      }
      seq = Math.max(seq, row.seq)
      rowsSinceFold += 1
      size += row.update.length
    }
  }

  /** The first row is the flow record's JSON. When two processes seed at once, one row wins and both use it. */
  async function seed(): Promise<void> {
    const fresh = new Y.Doc()
    replaceDraft(fresh, options.initial)
    await log.append(flow, { seq: 1, update: Y.encodeStateAsUpdate(fresh) })
    await catchUp()
    mirroredSeq = seq
    await log.setMirrored(flow, seq)
  }

  /** Writes what is waiting, many changes a row, until nothing is. Keeps trying while the database is away. */
  async function write(): Promise<void> {
    let retryMs = FIRST_RETRY_MS
    while (waiting.length > 0 && !isStopped) {
      const batch = waiting
      waiting = []
      try {
        const update = batch.length === 1 && batch[0] ? batch[0] : Y.mergeUpdates(batch)
        seq = Math.max(seq, await append(update))
        rowsSinceFold += 1
        retryMs = FIRST_RETRY_MS
      } catch (error) {
        logger.warn({ flowId: flow.flowId, err: error }, 'draft not written, trying again')
        waiting = [...batch, ...waiting]
        await new Promise((resolve) => setTimeout(resolve, retryMs))
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
      }
    }
    writing = null
    if (rowsSinceFold >= ROWS_UNTIL_FOLD) await fold()
  }

  /** Gives the number under which the update is in the log now. */
  async function append(update: Uint8Array): Promise<number> {
    for (;;) {
      // Somebody else may catch up meanwhile and read our own row: a number counted on from then would leave a gap, in
      // which another process puts what this one never reads.
      const next = seq + 1
      if (await log.append(flow, { seq: next, update })) return next
      await catchUp()
    }
  }

  /** Folds what the log itself holds, so that no change can be in the row's number and not in its bytes. */
  async function fold(): Promise<void> {
    rowsSinceFold = 0
    const folded = new Y.Doc()
    try {
      const rows = await log.read(flow, 0)
      for (const row of rows) Y.applyUpdate(folded, row.update)
      const update = Y.encodeStateAsUpdate(folded)
      const upTo = rows.at(-1)?.seq
      if (upTo === undefined) return
      await log.fold(flow, { seq: upTo, update })
      size = update.length
    } catch (error) {
      logger.warn({ flowId: flow.flowId, err: error }, 'draft rows not folded')
    } finally {
      folded.destroy()
    }
  }

  async function durable(): Promise<void> {
    while (writing !== null) await writing
  }

  function mirrorSoon(): void {
    const now = performance.now()
    if (mirrorTimer === undefined) dirtySince = now
    clearTimeout(mirrorTimer)
    const delay = Math.min(options.mirrorDelayMs, dirtySince + options.maxMirrorDelayMs - now)
    mirrorTimer = setTimeout(
      () => {
        // A failure is logged inside; the next change or reading tries again.
        void mirror().catch(() => undefined)
      },
      Math.max(0, delay),
    )
  }

  /** One at a time, so that an older JSON never lands on a newer one. */
  function mirror(): Promise<void> {
    clearTimeout(mirrorTimer)
    mirrorTimer = undefined
    // How the one before ended is known to those who asked for it.
    mirroring = mirroring.catch(() => undefined).then(writeMirror)
    return mirroring
  }

  async function writeMirror(): Promise<void> {
    await durable()
    if (seq === mirroredSeq || isStopped) return
    const upTo = seq
    try {
      await store.save(flow, readDraft(doc))
      await log.setMirrored(flow, upTo)
      mirroredSeq = upTo
    } catch (error) {
      logger.warn({ flowId: flow.flowId, err: error }, 'draft not copied into its flow')
      throw error
    }
  }

  function stop(): void {
    isStopped = true
    clearTimeout(mirrorTimer)
  }
}
