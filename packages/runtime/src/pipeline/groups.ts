/** Groups of a number and look-ups, for channels that have them. Addresses are the channel's; recipients are what people write. */

export interface GroupMember {
  /** How the group names the member, and where a message to the member alone goes. */
  readonly address: string
  /** E.164 digits; null where the platform does not tell. */
  readonly phone: string | null
  readonly role: 'owner' | 'admin' | 'member'
}

export interface Group {
  /** Where messages to the group go: a recipient of `send` like any other. */
  readonly address: string
  readonly subject: string
  /** Empty when there is none. */
  readonly description: string
  /** Epoch milliseconds; null where the platform does not tell. */
  readonly createdAt: number | null
  readonly members: readonly GroupMember[]
}

/**
 * What became of one person's membership:
 * `done`; `alreadySo`: was a member, or was none; `notFound`: nobody has this address; `notAllowed`: the person's privacy
 * settings or the platform forbid it; `invalid`: what was written is no address; `failed`: anything else.
 */
export type MembershipOutcome =
  | 'done'
  | 'alreadySo'
  | 'notFound'
  | 'notAllowed'
  | 'invalid'
  | 'failed'

export interface MembershipResult {
  /** As it was asked for. */
  readonly recipient: string
  readonly outcome: MembershipOutcome
}

export interface NewGroup {
  readonly subject: string
  /** Besides the number itself, which becomes the owner. */
  readonly members: readonly string[]
}

/** The groups of a connected number. Every method throws `GroupError` for a group of which the number is no member. */
export interface Groups {
  /** Groups that the number is a member of, with their members. */
  list(): Promise<readonly Group[]>
  find(group: string): Promise<Group>
  create(group: NewGroup): Promise<{
    readonly group: Group
    readonly results: readonly MembershipResult[]
  }>
  addMembers(group: string, recipients: readonly string[]): Promise<readonly MembershipResult[]>
  removeMembers(group: string, recipients: readonly string[]): Promise<readonly MembershipResult[]>
  leave(group: string): Promise<void>
}

/** Whether a phone number can be written to, and where. */
export interface LookUpResult {
  readonly exists: boolean
  /** Where messages go: some countries' numbers differ from what people dial. Null when nobody is there. */
  readonly address: string | null
}

/** The group does not exist, or the number may not do this in it. */
export class GroupError extends Error {
  override name = 'GroupError'
  readonly code: 'groupNotFound' | 'notAllowed'
  constructor(code: GroupError['code'], message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.code = code
  }
}

export const groupNotFound = (group: string, cause?: unknown): GroupError =>
  new GroupError('groupNotFound', `This number is in no group ${group.slice(0, 64)}.`, { cause })
