import type { DraftLog, DraftRow } from '../draftLog.ts'

/** A draft log in memory; passes the same contract as the real one. */
export function createMemoryDraftLog(): DraftLog & {
  /** While set, writes are refused: the database is away. */
  isDown: boolean
  rowsOf(flowId: string): readonly DraftRow[]
} {
  const rows = new Map<string, Map<number, Uint8Array>>()
  const mirrored = new Map<string, number>()
  const folded = new Map<string, number>()
  const ofFlow = (flowId: string): Map<number, Uint8Array> => {
    const found = rows.get(flowId) ?? new Map<number, Uint8Array>()
    rows.set(flowId, found)
    return found
  }
  const rowsOf = (flowId: string): readonly DraftRow[] =>
    [...ofFlow(flowId)].map(([seq, update]) => ({ seq, update })).sort((a, b) => a.seq - b.seq)
  return {
    isDown: false,
    rowsOf,
    async read({ flowId }, afterSeq) {
      return rowsOf(flowId).filter(({ seq }) => seq > afterSeq)
    },
    async append({ flowId }, { seq, update }) {
      if (this.isDown) throw new Error('the database is away')
      const taken = ofFlow(flowId)
      if (taken.has(seq) || seq <= (folded.get(flowId) ?? 0)) return false
      taken.set(seq, update)
      return true
    },
    async fold({ flowId }, { seq, update }) {
      if (seq <= (folded.get(flowId) ?? 0)) return
      folded.set(flowId, seq)
      const all = ofFlow(flowId)
      for (const each of all.keys()) if (each <= seq) all.delete(each)
      all.set(seq, update)
    },
    async setMirrored({ flowId }, seq) {
      mirrored.set(flowId, seq)
    },
    async isAheadOfMirror({ flowId }) {
      return Math.max(0, ...ofFlow(flowId).keys()) > (mirrored.get(flowId) ?? 0)
    },
    async remove(flowId) {
      rows.delete(flowId)
      mirrored.delete(flowId)
      folded.delete(flowId)
    },
  }
}
