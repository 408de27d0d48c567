import type { GroupMetadata, GroupParticipant, WASocket } from '@whiskeysockets/baileys'
import { ChannelError } from '../../pipeline/errors.ts'
import {
  type Group,
  GroupError,
  type GroupMember,
  type Groups,
  groupNotFound,
  type LookUpResult,
  type MembershipOutcome,
  type MembershipResult,
  type NewGroup,
} from '../../pipeline/groups.ts'
import { aliasesOf, resolveWhatsAppAddress } from './address.ts'

/** WhatsApp's codes for one person in a change of members. */
const OUTCOMES: ReadonlyMap<string, MembershipOutcome> = new Map([
  ['200', 'done'],
  ['401', 'notAllowed'],
  // The person lets only contacts add them: they would have to be invited.
  ['403', 'notAllowed'],
  ['404', 'notFound'],
  ['408', 'notAllowed'],
  ['409', 'alreadySo'],
])

/** Groups over a line to WhatsApp Web. `socket` throws while the line is down. */
export class LineGroups implements Groups {
  readonly #socket: () => WASocket

  constructor(socket: () => WASocket) {
    this.#socket = socket
  }

  async list(): Promise<readonly Group[]> {
    const groups = await asking(() => this.#socket().groupFetchAllParticipating())
    return Object.values(groups).map(toGroup)
  }

  async find(group: string): Promise<Group> {
    return toGroup(await this.#metadata(group))
  }

  async create({ subject, members }: NewGroup) {
    const { known, invalid } = toJids(members)
    const created = await asking(() =>
      this.#socket().groupCreate(
        subject,
        known.map(({ jid }) => jid),
      ),
    )
    // WhatsApp's answer leaves out whom it did not take.
    const group = await this.find(created.id)
    const present = new Set(group.members.flatMap(({ address, phone }) => [address, `${phone}`]))
    const results = known.map(({ recipient, jid }): MembershipResult => {
      const isIn = present.has(jid) || present.has(jid.split('@')[0] ?? '')
      return { recipient, outcome: isIn ? 'done' : 'notFound' }
    })
    return { group, results: [...results, ...invalid] }
  }

  addMembers(group: string, recipients: readonly string[]) {
    return this.#change(group, recipients, 'add')
  }

  async removeMembers(group: string, recipients: readonly string[]) {
    const results = await this.#change(group, recipients, 'remove')
    // WhatsApp has one code for who does not exist and who is not in the group.
    return results.map((result) =>
      result.outcome === 'notFound' ? { ...result, outcome: 'alreadySo' as const } : result,
    )
  }

  async leave(group: string): Promise<void> {
    const { id } = await this.#metadata(group)
    await asking(() => this.#socket().groupLeave(id))
  }

  /** @throws {ChannelError} while the line is down. */
  async lookUp(phone: string): Promise<LookUpResult> {
    const [found] = (await asking(() => this.#socket().onWhatsApp(phone))) ?? []
    return found?.exists ? { exists: true, address: found.jid } : { exists: false, address: null }
  }

  async #change(
    group: string,
    recipients: readonly string[],
    action: 'add' | 'remove',
  ): Promise<readonly MembershipResult[]> {
    const { known, invalid } = toJids(recipients)
    if (known.length === 0) return invalid
    const jids = known.map(({ jid }) => jid)
    const answers = await asking(
      () => this.#socket().groupParticipantsUpdate(group, jids, action),
      group,
    )
    const statusByJid = new Map(answers.map(({ jid, status }) => [jid, status]))
    const results = known.map(({ recipient, jid }, index): MembershipResult => {
      // Answers come in the order of the question, and sometimes under the person's other address.
      const status = statusByJid.get(jid) ?? answers[index]?.status ?? ''
      return { recipient, outcome: OUTCOMES.get(status) ?? 'failed' }
    })
    return [...results, ...invalid]
  }

  async #metadata(group: string): Promise<GroupMetadata> {
    if (!resolveWhatsAppAddress(group)?.isGroup) throw groupNotFound(group)
    return asking(() => this.#socket().groupMetadata(group), group)
  }
}

function toJids(recipients: readonly string[]) {
  const known: { recipient: string; jid: string }[] = []
  const invalid: MembershipResult[] = []
  for (const recipient of recipients) {
    const resolved = resolveWhatsAppAddress(recipient)
    if (resolved && !resolved.isGroup) known.push({ recipient, jid: resolved.address })
    else invalid.push({ recipient, outcome: 'invalid' })
  }
  return { known, invalid }
}

const toGroup = ({ id, subject, desc, creation, participants }: GroupMetadata): Group => ({
  address: id,
  subject,
  description: desc ?? '',
  createdAt: creation ? creation * 1_000 : null,
  members: participants.map(toMember),
})

function toMember({ id, phoneNumber, admin }: GroupParticipant): GroupMember {
  const phone = aliasesOf(phoneNumber, id).find((alias) => alias.startsWith('phone:'))
  return {
    address: id,
    phone: phone?.slice('phone:'.length) ?? null,
    role: admin === 'superadmin' ? 'owner' : admin === 'admin' ? 'admin' : 'member',
  }
}

/** Turns WhatsApp's refusals into our errors. */
async function asking<Answer>(ask: () => Promise<Answer>, group = ''): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof ChannelError) throw error
    const text = error instanceof Error ? error.message : ''
    if (text === 'item-not-found' || text === 'bad-request') throw groupNotFound(group, error)
    if (text === 'forbidden' || text === 'not-authorized') {
      throw new GroupError(
        'notAllowed',
        'WhatsApp does not let this number do that: it is no member of the group, or not its admin.',
        { cause: error },
      )
    }
    throw new ChannelError('transient', 'WhatsApp did not answer. Try again.', { cause: error })
  }
}
