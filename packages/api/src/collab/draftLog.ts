/** Which flow's draft; every row carries its workspace. */
export interface FlowRef {
  readonly flowId: string
  readonly workspaceId: string
}

/** One row of a draft's history: an update, or everything up to `seq` in one. */
export interface DraftRow {
  readonly seq: number
  readonly update: Uint8Array
}

/**
 * Where drafts are kept: every update under the next number, now and then folded into one row. All methods resolve
 * when the database has it on disk. Updates merge in any order and any number of times, so a crash between two
 * writes leaves nothing to repair.
 */
export interface DraftLog {
  /** What came after `seq`, oldest first. A folded row comes when it reaches beyond `seq`. */
  read(flow: FlowRef, afterSeq: number): Promise<readonly DraftRow[]>
  /** False when another process has taken this number, or folded it: read what it wrote and try the next. */
  append(flow: FlowRef, row: DraftRow): Promise<boolean>
  /** Puts one row in the place of all up to `row.seq`, unless another process has folded as far or further. */
  fold(flow: FlowRef, row: DraftRow): Promise<void>
  /** Notes that the flow record's JSON holds everything up to `seq`. */
  setMirrored(flow: FlowRef, seq: number): Promise<void>
  /** True when the flow record's JSON lacks something that the log has. */
  isAheadOfMirror(flow: FlowRef): Promise<boolean>
  remove(flowId: string): Promise<void>
}
