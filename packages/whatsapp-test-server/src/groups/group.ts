import { randomBytes, randomUUID } from 'node:crypto'
import type { Account } from '../accounts/account.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { type BinaryNode, element } from '../wire/node.ts'

export type GroupRole = 'member' | 'admin' | 'superadmin'

export interface GroupOptions {
  /** Digits; the jid is made of it. */
  id: string
  subject: string
  owner: Account
  addressing: GroupAddressing
}

/** Groups name their participants by LID (today's default) or by phone number. */
export type GroupAddressing = 'lid' | 'number'

/** A group as the server knows it. */
export class Group {
  readonly id: string
  readonly owner: Account
  readonly addressing: GroupAddressing
  readonly createdAt = unixSeconds()
  subject: string
  description: string | undefined
  inviteCode = newInviteCode()
  readonly roles: Map<Account, GroupRole>

  constructor({ id, subject, owner, addressing }: GroupOptions) {
    this.id = id
    this.subject = subject
    this.owner = owner
    this.addressing = addressing
    this.roles = new Map([[owner, 'superadmin']])
  }

  get jid(): string {
    return `${this.id}@g.us`
  }

  /** How an account is named within this group. */
  jidOf(account: Account): string {
    return this.addressing === 'lid' ? account.lidJid : account.numberJid
  }

  isAdmin(account: Account): boolean {
    return (this.roles.get(account) ?? 'member') !== 'member'
  }

  renewInviteCode(): void {
    this.inviteCode = newInviteCode()
  }

  participantNode(account: Account): BinaryNode {
    const role = this.roles.get(account)
    return element('participant', {
      jid: this.jidOf(account),
      phone_number: this.addressing === 'lid' ? account.numberJid : undefined,
      lid: this.addressing === 'lid' ? undefined : account.lidJid,
      type: role === 'member' ? undefined : role,
    })
  }

  /** The whole group as the answer to a metadata query. */
  node(): BinaryNode {
    const { owner, createdAt } = this
    return element(
      'group',
      {
        id: this.id,
        addressing_mode: this.addressingMode,
        subject: this.subject,
        s_o: this.jidOf(owner),
        s_o_pn: owner.numberJid,
        s_t: createdAt,
        creation: createdAt,
        creator: this.jidOf(owner),
        creator_pn: owner.numberJid,
        size: this.roles.size,
        p_v_id: 1,
        a_v_id: 1,
      },
      [
        ...[...this.roles.keys()].map((account) => this.participantNode(account)),
        ...this.#descriptionNodes(),
      ],
    )
  }

  /** The protocol's word for {@link addressing}. */
  get addressingMode(): 'lid' | 'pn' {
    return this.addressing === 'lid' ? 'lid' : 'pn'
  }

  /** The attributes by which a stanza from the group names who wrote or did it. */
  authorAttributes(author: Account, authorJid = this.jidOf(author)): Record<string, string> {
    const other =
      this.addressing === 'lid'
        ? { participant_pn: author.numberJid }
        : { participant_lid: author.lidJid }
    return {
      from: this.jid,
      participant: authorJid,
      ...other,
      addressing_mode: this.addressingMode,
      notify: author.name,
    }
  }

  /** Tells all linked devices of all members that something changed. */
  announce(actor: Account, change: BinaryNode): void {
    for (const account of this.roles.keys()) {
      for (const device of account.linkedDevices.values()) {
        device.deliver(
          element(
            'notification',
            {
              ...this.authorAttributes(actor),
              type: 'w:gp2',
              id: randomUUID(),
              t: unixSeconds(),
            },
            [change],
          ),
        )
      }
    }
  }

  #descriptionNodes(): BinaryNode[] {
    if (this.description === undefined) return []
    return [
      element('description', { id: 'description', participant: this.jidOf(this.owner) }, [
        element('body', {}, Buffer.from(this.description)),
      ]),
    ]
  }
}

function newInviteCode(): string {
  return randomBytes(8).toString('hex')
}
