import { expect, it } from 'vitest'
import { newId } from '../../pipeline/ids.ts'
import type { NumberRecord } from '../../pipeline/index.ts'
import { aNumber } from '../records.ts'
import type { Subject } from './storeUnderTest.ts'

const TTL_MS = 10_000

export function numbersContract(subject: Subject): void {
  async function addNumber(given: Partial<NumberRecord> = {}): Promise<NumberRecord> {
    const number = aNumber({ id: newId('num'), ...given })
    await subject().addNumber(number)
    return number
  }

  it('finds a number as it was added, settings included', async () => {
    const settings = { imitates: 'whatsapp-cloud', token: 'secret', nested: { 'a.b': [1, null] } }
    const number = await addNumber({ settings })
    expect(await subject().store.numbers.find(number.id)).toEqual(number)
    expect(await subject().store.numbers.find('num_unknown')).toBeNull()
  })

  it('lists the numbers that want to be connected', async () => {
    const { store } = subject()
    const number = await addNumber({ wanted: 'disconnected' })
    const listed = async () => (await store.numbers.listWanted()).map(({ id }) => id)
    expect(await listed()).not.toContain(number.id)
    await store.numbers.setWanted(number.id, 'connected')
    expect(await listed()).toContain(number.id)
    expect(await store.numbers.find(number.id)).toMatchObject({ wanted: 'connected' })
  })

  it('shows a new status at once, keeps the phone, and drops a pairing that is not told again', async () => {
    const { store } = subject()
    const { id } = await addNumber()
    const pairing = { qr: 'text', code: null, expiresAt: 5 }
    await store.numbers.setStatus(id, { status: 'needsScan', reason: 'Scan it', pairing })
    expect(await store.numbers.find(id)).toMatchObject({ status: 'needsScan', pairing })
    await store.numbers.setStatus(id, { status: 'connected', reason: 'On', phone: '1555' })
    await store.numbers.setStatus(id, { status: 'connecting', reason: 'Again' })
    expect(await store.numbers.find(id)).toMatchObject({
      status: 'connecting',
      statusReason: 'Again',
      phone: '1555',
      pairing: null,
    })
  })

  it('gives a number to one owner, until the lease has run out', async () => {
    const { store, other } = subject()
    const { id } = await addNumber()
    const first = await store.numbers.acquireLease(id, 'a', 0, TTL_MS)
    expect(first).toEqual({ numberId: id, ownerId: 'a', token: 1, until: TTL_MS })
    expect(await other.numbers.acquireLease(id, 'b', TTL_MS - 1, TTL_MS)).toBeNull()
    const second = await other.numbers.acquireLease(id, 'b', TTL_MS, TTL_MS)
    expect(second).toEqual({ numberId: id, ownerId: 'b', token: 2, until: 2 * TTL_MS })
  })

  it('gives a number to one of many who ask at the same time', async () => {
    const { store, other } = subject()
    const { id } = await addNumber()
    const leases = await Promise.all(
      ['a', 'b', 'c', 'd', 'e', 'f'].map((owner, index) =>
        (index % 2 === 0 ? store : other).numbers.acquireLease(id, owner, 0, TTL_MS),
      ),
    )
    expect(leases.filter((lease) => lease !== null)).toHaveLength(1)
  })

  it('prolongs only the newest lease', async () => {
    const { store } = subject()
    const { id } = await addNumber()
    const first = await store.numbers.acquireLease(id, 'a', 0, TTL_MS)
    if (!first) throw new Error('The number was free')
    expect(await store.numbers.renewLease(first, 5_000, TTL_MS)).toEqual({
      ...first,
      until: 15_000,
    })
    const second = await store.numbers.acquireLease(id, 'a', 20_000, TTL_MS)
    expect(second?.token).toBe(2)
    expect(await store.numbers.renewLease(first, 20_001, TTL_MS)).toBeNull()
  })

  it('frees a lease that is given back, and goes on counting its token', async () => {
    const { store } = subject()
    const { id } = await addNumber()
    const first = await store.numbers.acquireLease(id, 'a', 0, TTL_MS)
    if (!first) throw new Error('The number was free')
    await store.numbers.releaseLease(first)
    expect(await store.numbers.acquireLease(id, 'b', 1, TTL_MS)).toMatchObject({ token: 2 })
    // The first owner gives back once more, too late: the second keeps the number.
    await store.numbers.releaseLease(first)
    expect(await store.numbers.acquireLease(id, 'c', 2, TTL_MS)).toBeNull()
  })

  it('frees all leases for a process that is alone', async () => {
    const { store } = subject()
    const { id } = await addNumber()
    await store.numbers.acquireLease(id, 'a', 0, TTL_MS)
    await store.numbers.releaseAllLeases()
    expect(await store.numbers.acquireLease(id, 'b', 1, TTL_MS)).toMatchObject({ token: 2 })
  })
}
