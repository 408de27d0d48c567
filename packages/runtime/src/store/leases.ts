import type { Lease, Store } from '../pipeline/index.ts'
import { type StoredCollection, type StoredDocument, updateOf } from './documents.ts'

/** A number that nobody owns and nobody has owned. */
export const NO_LEASE = { ownerId: null, token: 0, until: 0 } as const

const FREED = { 'lease.ownerId': null, 'lease.until': 0 }

type LeasePort = Pick<
  Store['numbers'],
  'acquireLease' | 'renewLease' | 'releaseLease' | 'releaseAllLeases'
>

/** Leases live in the numbers' documents; each change is one atomic update whose filter says when it is allowed. */
export function createLeases(numbers: StoredCollection): LeasePort {
  return {
    async acquireLease(numberId, ownerId, now, ttlMs) {
      const document = await numbers.findOneAndUpdate(
        { _id: numberId, $or: [{ 'lease.ownerId': null }, { 'lease.until': { $lte: now } }] },
        updateOf({
          $set: { 'lease.ownerId': ownerId, 'lease.until': now + ttlMs },
          $inc: { 'lease.token': 1 },
        }),
        { returnDocument: 'after' },
      )
      return document && toLease(document)
    },

    // A lease that ran out is still ours while nobody else has taken it: its token is then still the newest.
    async renewLease(lease, now, ttlMs) {
      const document = await numbers.findOneAndUpdate(
        heldUnder(lease),
        { $set: { 'lease.until': now + ttlMs } },
        { returnDocument: 'after' },
      )
      return document && toLease(document)
    },

    // The token stays: the next owner's must be greater.
    async releaseLease(lease) {
      await numbers.updateOne(heldUnder(lease), { $set: FREED })
    },

    async releaseAllLeases() {
      await numbers.updateMany({ 'lease.ownerId': { $ne: null } }, { $set: FREED })
    },
  }
}

const heldUnder = ({ numberId, ownerId, token }: Lease) => ({
  _id: numberId,
  'lease.ownerId': ownerId,
  'lease.token': token,
})

function toLease(document: StoredDocument): Lease {
  // The shape is that of the schema in numbers.ts.
  const lease = document.lease as Omit<Lease, 'numberId'>
  return { numberId: document._id, ...lease }
}
