import type { Group, GroupMember, MembershipResult } from '@parley/runtime/pipeline'

/** Addresses of channels without servers of their own are digits alone. */
export const toJid = (address: string): string =>
  address.includes('@') ? address : `${address}@s.whatsapp.net`

export const presentParticipant = ({ address, phone, role }: GroupMember) => ({
  id: toJid(address),
  jid: toJid(address),
  phone: phone === null ? null : `+${phone}`,
  isAdmin: role !== 'member',
  isSuperAdmin: role === 'owner',
  admin: ADMIN_WORDS[role],
})

const ADMIN_WORDS = { owner: 'superadmin', admin: 'admin', member: null } as const

export const presentGroup = ({ address, subject, description, createdAt, members }: Group) => {
  const owner = members.find(({ role }) => role === 'owner')
  return {
    id: address,
    jid: address,
    subject,
    name: subject,
    owner: owner ? toJid(owner.address) : null,
    creation: createdAt === null ? null : Math.floor(createdAt / 1_000),
    desc: description,
    size: members.length,
    participants: members.map(presentParticipant),
  }
}

/** As WhatsApp itself answers: an HTTP status for each person. */
const OUTCOMES: Readonly<Record<MembershipResult['outcome'], { status: number; message: string }>> =
  {
    done: { status: 200, message: 'Done' },
    alreadySo: { status: 409, message: 'It was so already' },
    notFound: { status: 404, message: 'Nobody has this number' },
    notAllowed: { status: 403, message: 'Their privacy settings or WhatsApp forbid it' },
    invalid: { status: 400, message: 'This is no phone number' },
    failed: { status: 500, message: 'WhatsApp refused it' },
  }

export const presentResult = ({ recipient, outcome }: MembershipResult) => ({
  ...OUTCOMES[outcome],
  id: recipient,
  jid: toJid(recipient.replace(/^\+/, '')),
})
