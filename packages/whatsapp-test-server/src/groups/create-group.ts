import type { Account } from '../accounts/account.ts'
import type { Network } from '../network.ts'
import { Group, type GroupAddressing } from './group.ts'

export interface NewGroup {
  subject: string
  owner: Account
  /** Besides the owner. */
  members: Account[]
  addressing?: GroupAddressing
}

/** Ids of real groups have 18 digits and begin like this. */
const FIRST_ID = 120_363_000_000_000_001n

/** Creates a group. Nobody is told: whoever creates it decides what to announce. */
export function createGroup(network: Network, options: NewGroup): Group {
  const { subject, owner, members, addressing = 'lid' } = options
  const id = String(FIRST_ID + BigInt(network.groups.size))
  const group = new Group({ id, subject, owner, addressing })
  for (const member of members) if (member !== owner) group.roles.set(member, 'member')
  network.groups.set(group.jid, group)
  return group
}
