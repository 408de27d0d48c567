import type { Account } from '../accounts/account.ts'
import { element } from '../wire/node.ts'
import type { Group } from './group.ts'

/** Adds members and tells everybody, the new ones included. */
export function addMembers(group: Group, actor: Account, accounts: Account[]): void {
  if (accounts.length === 0) return
  for (const account of accounts) group.roles.set(account, 'member')
  group.announce(
    actor,
    element(
      'add',
      {},
      accounts.map((account) => group.participantNode(account)),
    ),
  )
}

/** Tells everybody, also those who go, then removes them. */
export function removeMembers(group: Group, actor: Account, accounts: Account[]): void {
  if (accounts.length === 0) return
  group.announce(
    actor,
    element(
      'remove',
      {},
      accounts.map((account) => group.participantNode(account)),
    ),
  )
  for (const account of accounts) group.roles.delete(account)
}

export function changeRoles(
  group: Group,
  actor: Account,
  change: { accounts: Account[]; to: 'promote' | 'demote' },
): void {
  if (change.accounts.length === 0) return
  const role = change.to === 'promote' ? 'admin' : 'member'
  for (const account of change.accounts) group.roles.set(account, role)
  group.announce(
    actor,
    element(
      change.to,
      {},
      change.accounts.map((account) => group.participantNode(account)),
    ),
  )
}

export function renameGroup(group: Group, actor: Account, subject: string): void {
  group.subject = subject
  group.announce(actor, element('subject', { subject, s_o: group.jidOf(actor) }))
}
