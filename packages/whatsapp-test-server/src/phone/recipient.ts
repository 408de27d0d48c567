import type { Account } from '../accounts/account.ts'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import { Group } from '../groups/group.ts'
import type { Network } from '../network.ts'

/** Where a phone writes to: another phone, a group, or a number or jid. */
export type To = { account: Account } | Group | string

/** Where a phone writes to, looked up. */
export type Recipient = { type: 'account'; account: Account } | { type: 'group'; group: Group }

/** @throws {Error} when there is no such account or group. */
export function findRecipient(to: To, network: Network): Recipient {
  if (to instanceof Group) return { type: 'group', group: to }
  if (typeof to !== 'string') return { type: 'account', account: to.account }
  const group = network.groups.get(to)
  if (group) return { type: 'group', group }
  const account = to.includes('@') ? network.findAccount(to) : network.findAccountByNumber(to)
  if (!account) throw new Error(`${to} is not on WhatsApp`)
  return { type: 'account', account }
}

/** The real clients that get a message of `sender`: those of the others, then its own linked devices. */
export function recipientDevices(
  recipient: Recipient,
  sender: Account,
): { others: LinkedDevice[]; own: LinkedDevice[] } {
  const accounts =
    recipient.type === 'group' ? [...recipient.group.roles.keys()] : [recipient.account]
  return {
    others: accounts
      .filter((account) => account !== sender)
      .flatMap((account) => [...account.linkedDevices.values()]),
    own: [...sender.linkedDevices.values()],
  }
}

/** How `account` is named in a chat with `recipient`. */
export function jidInChat(account: Account, recipient: Recipient): string {
  return recipient.type === 'group' ? recipient.group.jidOf(account) : account.chatJid
}

/** How a chat is named by those who write in it: the group, or the other one as the phone names him. */
export function chatJid(recipient: Recipient, sender: Account): string {
  if (recipient.type === 'group') return recipient.group.jid
  const { account } = recipient
  return sender.addressMode === 'number' ? account.numberJid : account.lidJid
}
