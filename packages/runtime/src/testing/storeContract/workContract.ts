import { expect, it } from 'vitest'
import type { HttpResult } from '../../engine/index.ts'
import { newId } from '../../pipeline/ids.ts'
import { anHttpCallRecord, aSignalRecord, aTimerRecord } from '../storeRecords.ts'
import type { Subject } from './storeUnderTest.ts'

export function workContract(subject: Subject): void {
  it('lists the timers of a number that are due, earliest first', async () => {
    const { store } = subject()
    const numberId = newId('num')
    const [late, early, middle] = [3_000, 1_000, 2_000].map((fireAt) =>
      aTimerRecord({ numberId, fireAt }),
    )
    if (!late || !early || !middle) throw new Error('Three timers were made')
    await Promise.all([late, early, middle].map((timer) => store.timers.insert(timer)))
    expect(await store.timers.listDue(numberId, 2_000, 10)).toEqual([early, middle])
    expect(await store.timers.listDue(numberId, 9_000, 1)).toEqual([early])
    await store.timers.remove([early.id, late.id, 'timer_unknown'])
    expect(await store.timers.listDue(numberId, 9_000, 10)).toEqual([middle])
  })

  it('does not mind a timer that is set twice, and keeps the first', async () => {
    const { store } = subject()
    const timer = aTimerRecord({ numberId: newId('num') })
    await store.timers.insert(timer)
    await store.timers.insert({ ...timer, fireAt: 9 })
    expect(await store.timers.listDue(timer.numberId, 9_000, 10)).toEqual([timer])
  })

  it('keeps the order of what is asked for one timer without waiting in between', async () => {
    const { store } = subject()
    const timer = aTimerRecord({ numberId: newId('num') })
    const list = () => store.timers.listDue(timer.numberId, 9_000, 10)
    await Promise.all([store.timers.insert(timer), store.timers.remove([timer.id])])
    expect(await list()).toEqual([])
    await Promise.all([
      store.timers.insert(timer),
      store.timers.remove([timer.id]),
      store.timers.insert(timer),
    ])
    expect(await list()).toEqual([timer])
  })

  it('keeps calls until they are removed, with whatever the other server answered', async () => {
    const { store } = subject()
    const call = anHttpCallRecord({ numberId: newId('num'), createdAt: 2_000 })
    const older = anHttpCallRecord({ numberId: call.numberId })
    await Promise.all([store.httpCalls.insert(call), store.httpCalls.insert(older)])
    expect(await store.httpCalls.listOpen(call.numberId, 10)).toEqual([older, call])
    const result: HttpResult = {
      outcome: 'answered',
      status: 200,
      headers: { 'content.type': 'application/json' },
      body: { $schema: 'x', 'a.b': [{ $ref: '#', $id: 1 }], 'nul\0': null, '': -0.25 },
    }
    await store.httpCalls.recordResult(call.id, result)
    expect(await store.httpCalls.listOpen(call.numberId, 10)).toEqual([older, { ...call, result }])
    // A crash repeats the step that asked for it; the answer stays.
    await store.httpCalls.insert(call)
    expect(await store.httpCalls.listOpen(call.numberId, 10)).toEqual([older, { ...call, result }])
    await store.httpCalls.remove([older.id, call.id])
    expect(await store.httpCalls.listOpen(call.numberId, 10)).toEqual([])
  })

  it('keeps signals until they are removed, oldest first', async () => {
    const { store } = subject()
    const numberId = newId('num')
    const start = aSignalRecord({
      numberId,
      at: 2_000,
      signal: { type: 'startFlow', flowVersionId: 'ver_1', variables: { 'order.id': { $in: [] } } },
    })
    const resolved = aSignalRecord({ numberId })
    await store.signals.insert(start)
    await store.signals.insert(resolved)
    await store.signals.insert(resolved)
    expect(await store.signals.listOpen(numberId, 10)).toEqual([resolved, start])
    expect(await store.signals.listOpen(numberId, 1)).toEqual([resolved])
    await store.signals.remove([resolved.id])
    expect(await store.signals.listOpen(numberId, 10)).toEqual([start])
  })

  it('takes a trace twice', async () => {
    const { store } = subject()
    const trace = {
      id: newId('trace'),
      workspaceId: 'ws_1',
      sessionId: 'ses_1',
      conversationId: 'conv_1',
      at: 1_000,
      entries: [{ at: 1_000, nodeId: 'n1', leftBy: 'next' }],
    }
    await store.traces.insert(trace)
    await expect(store.traces.insert(trace)).resolves.toBeUndefined()
  })
}
