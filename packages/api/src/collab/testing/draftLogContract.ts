import { describe, expect, it } from 'vitest'
import type { DraftLog } from '../draftLog.ts'

const FLOW = { flowId: 'flow-1', workspaceId: 'workspace-1' }
const bytes = (...values: number[]) => new Uint8Array(values)

/** What every draft log does. */
export function draftLogContract(name: string, create: () => Promise<DraftLog>): void {
  describe(`the draft log (${name})`, () => {
    it('gives back what was appended, in order and from any place on', async () => {
      const log = await create()
      for (let seq = 1; seq <= 12; seq += 1) await log.append(FLOW, { seq, update: bytes(seq, 0) })
      const all = await log.read(FLOW, 0)
      expect(all.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      expect([...(all[6]?.update ?? [])]).toEqual([7, 0])
      expect((await log.read(FLOW, 10)).map(({ seq }) => seq)).toEqual([11, 12])
    })

    it('gives a number away once', async () => {
      const log = await create()
      expect(await log.append(FLOW, { seq: 1, update: bytes(1) })).toBe(true)
      expect(await log.append(FLOW, { seq: 1, update: bytes(2) })).toBe(false)
      expect((await log.read(FLOW, 0)).map(({ update }) => [...update])).toEqual([[1]])
    })

    it('puts one row in the place of those it folds and keeps the later ones', async () => {
      const log = await create()
      for (const seq of [1, 2, 3]) await log.append(FLOW, { seq, update: bytes(seq) })
      await log.fold(FLOW, { seq: 2, update: bytes(20) })
      expect((await log.read(FLOW, 0)).map(({ seq, update }) => [seq, ...update])).toEqual([
        [2, 20],
        [3, 3],
      ])
      // A process that had read up to 1 finds what it missed in the folded row.
      expect((await log.read(FLOW, 1)).map(({ seq }) => seq)).toEqual([2, 3])
      expect((await log.read(FLOW, 2)).map(({ seq }) => seq)).toEqual([3])
    })

    it('does not give a number away that has been folded', async () => {
      const log = await create()
      for (const seq of [1, 2, 3]) await log.append(FLOW, { seq, update: bytes(seq) })
      await log.fold(FLOW, { seq: 3, update: bytes(30) })
      expect(await log.append(FLOW, { seq: 2, update: bytes(99) })).toBe(false)
      expect(await log.append(FLOW, { seq: 3, update: bytes(99) })).toBe(false)
      expect((await log.read(FLOW, 0)).map(({ update }) => [...update])).toEqual([[30]])
      expect(await log.append(FLOW, { seq: 4, update: bytes(4) })).toBe(true)
    })

    it('does not put an older fold in the place of a newer one', async () => {
      const log = await create()
      for (const seq of [1, 2, 3]) await log.append(FLOW, { seq, update: bytes(seq) })
      await log.fold(FLOW, { seq: 3, update: bytes(30) })
      await log.fold(FLOW, { seq: 2, update: bytes(20) })
      expect((await log.read(FLOW, 0)).map(({ seq, update }) => [seq, ...update])).toEqual([
        [3, 30],
      ])
    })

    it('knows whether the flow record lags behind', async () => {
      const log = await create()
      expect(await log.isAheadOfMirror(FLOW)).toBe(false)
      await log.append(FLOW, { seq: 1, update: bytes(1) })
      expect(await log.isAheadOfMirror(FLOW)).toBe(true)
      await log.setMirrored(FLOW, 1)
      expect(await log.isAheadOfMirror(FLOW)).toBe(false)
      await log.append(FLOW, { seq: 2, update: bytes(2) })
      await log.fold(FLOW, { seq: 2, update: bytes(2) })
      expect(await log.isAheadOfMirror(FLOW)).toBe(true)
    })

    it('keeps flows apart, also those whose ids begin alike', async () => {
      const log = await create()
      const other = { ...FLOW, flowId: 'flow-10' }
      await log.append(FLOW, { seq: 1, update: bytes(1) })
      await log.append(other, { seq: 1, update: bytes(9) })
      await log.remove(FLOW.flowId)
      expect(await log.read(FLOW, 0)).toEqual([])
      expect(await log.read(other, 0)).toHaveLength(1)
    })
  })
}
