import { expect, it } from 'vitest'
import { newId } from '../../pipeline/ids.ts'
import type { FlowVersionRecord, PublicationRecord } from '../../pipeline/index.ts'
import { aFlow, aNode } from '../flows.ts'
import type { Subject } from './storeUnderTest.ts'

const aVersion = (given: Partial<FlowVersionRecord> = {}): FlowVersionRecord => ({
  id: newId('ver'),
  workspaceId: 'ws_1',
  flowId: newId('flow'),
  versionNumber: 1,
  flow: aFlow([aNode('greet', 'text', { text: 'Hello {{ contact.name }}' })], []),
  createdAt: 1_000,
  ...given,
})

const aPublication = (given: Partial<PublicationRecord> = {}): PublicationRecord => ({
  id: newId('pub'),
  workspaceId: 'ws_1',
  numberId: newId('num'),
  flowId: newId('flow'),
  flowVersionId: newId('ver'),
  publishedAt: 1_000,
  ...given,
})

export function flowsContract(subject: Subject): void {
  it('finds a version as it was published', async () => {
    const version = aVersion()
    await subject().addVersion(version)
    expect(await subject().store.flows.findVersion(version.id)).toEqual(version)
    expect(await subject().store.flows.findVersion(version.id)).toEqual(version)
    expect(await subject().store.flows.findVersion('ver_unknown')).toBeNull()
  })

  it('lists what answers on a number in the order of publication', async () => {
    const { store, publish } = subject()
    const second = aPublication({ publishedAt: 2_000 })
    const first = aPublication({ numberId: second.numberId })
    await publish(second)
    await publish(first)
    await publish(aPublication())
    expect(await store.flows.listPublications(second.numberId)).toEqual([first, second])
  })

  it('shows at once that another version of a flow was published', async () => {
    const { store, publish } = subject()
    const old = aPublication()
    await publish(old)
    expect(await store.flows.listPublications(old.numberId)).toEqual([old])
    const { id: _, ...newer } = aPublication({ numberId: old.numberId, flowId: old.flowId })
    await publish({ id: newId('pub'), ...newer })
    expect(await store.flows.listPublications(old.numberId)).toEqual([{ id: old.id, ...newer }])
  })
}
