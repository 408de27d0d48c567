import { randomInt } from 'node:crypto'
import {
  type Group,
  type Groups,
  groupNotFound,
  type LookUpResult,
  type MembershipOutcome,
  type MembershipResult,
  type NewGroup,
} from '../../pipeline/groups.ts'
import type { Clock } from '../../pipeline/ports/services.ts'
import type { NumberRecord } from '../../pipeline/records.ts'
import { resolveSandboxAddress } from './address.ts'

/** Phone numbers that end so belong to nobody, so that programs can try what they do then. */
const NOBODY = /0000$/
/** WhatsApp's group ids have this form. */
const GROUP_ID_PREFIX = '12036399'

export function lookUpInSandbox(phone: string): LookUpResult {
  return NOBODY.test(phone) ? { exists: false, address: null } : { exists: true, address: phone }
}

/** Groups of one sandbox number. They live as long as the process. */
export class SandboxGroups implements Groups {
  readonly #clock: Clock
  readonly #number: () => NumberRecord
  readonly #groups = new Map<string, Group>()

  constructor(clock: Clock, number: () => NumberRecord) {
    this.#clock = clock
    this.#number = number
  }

  async list(): Promise<readonly Group[]> {
    return [...this.#groups.values()]
  }

  async find(group: string): Promise<Group> {
    const found = this.#groups.get(group)
    if (!found) throw groupNotFound(group)
    return found
  }

  async create({ subject, members }: NewGroup) {
    const address = `${GROUP_ID_PREFIX}${randomInt(1e9, 1e10)}@g.us`
    const phone = this.#number().phone
    this.#groups.set(address, {
      address,
      subject,
      description: '',
      createdAt: this.#clock.now(),
      members: [{ address: phone, phone: phone || null, role: 'owner' }],
    })
    const results = await this.addMembers(address, members)
    return { group: await this.find(address), results }
  }

  addMembers(group: string, recipients: readonly string[]) {
    return this.#change(group, recipients, (phone, members) => {
      if (members.has(phone)) return 'alreadySo'
      if (!lookUpInSandbox(phone).exists) return 'notFound'
      members.set(phone, { address: phone, phone, role: 'member' })
      return 'done'
    })
  }

  removeMembers(group: string, recipients: readonly string[]) {
    return this.#change(group, recipients, (phone, members) =>
      members.delete(phone) ? 'done' : 'alreadySo',
    )
  }

  async leave(group: string): Promise<void> {
    await this.find(group)
    this.#groups.delete(group)
  }

  async #change(
    address: string,
    recipients: readonly string[],
    change: (phone: string, members: Map<string, Group['members'][number]>) => MembershipOutcome,
  ): Promise<readonly MembershipResult[]> {
    const group = await this.find(address)
    const members = new Map(group.members.map((member) => [member.address, member]))
    const results = recipients.map((recipient): MembershipResult => {
      const resolved = resolveSandboxAddress(recipient)
      const isPerson = resolved !== null && !resolved.isGroup
      return { recipient, outcome: isPerson ? change(resolved.address, members) : 'invalid' }
    })
    this.#groups.set(address, { ...group, members: [...members.values()] })
    return results
  }
}
