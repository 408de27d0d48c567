import { z } from 'zod'
import { email } from './auth.ts'
import { instant } from './envelope.ts'
import { role } from './roles.ts'

/** The limits that a workspace may change; the API has their defaults. */
export const WORKSPACE_LIMITS = [
  'sendMessage',
  'general',
  'chatApi',
  'chatApiDaily',
  'whautoChat',
  'whautoChatDaily',
  'whatomate',
  'instanceApi',
] as const

const name = z.string().trim().min(1).max(100)

/** Other rate limits than the server's, by the name of the rule: how many in the rule's time. */
export const workspaceLimits = z.partialRecord(
  z.enum(WORKSPACE_LIMITS),
  z.number().int().min(1).max(1_000_000),
)
export type WorkspaceLimits = z.infer<typeof workspaceLimits>

export const workspace = z.object({
  id: z.string(),
  name: z.string(),
  role,
  limits: workspaceLimits,
  createdAt: instant,
})
export type Workspace = z.infer<typeof workspace>
export const createWorkspaceRequest = z.strictObject({ name })
export const updateWorkspaceRequest = z.strictObject({
  name: name.optional(),
  limits: workspaceLimits.optional(),
})

export const member = z.object({
  userId: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  joinedAt: instant,
})
export type Member = z.infer<typeof member>
export const updateMemberRequest = z.strictObject({ role })

export const invitation = z.object({
  id: z.string(),
  email: z.string(),
  role,
  createdAt: instant,
  expiresAt: instant,
})
export type Invitation = z.infer<typeof invitation>
export const inviteRequest = z.strictObject({ email, role })
export const createdInvitation = invitation.extend({
  /** True when it went out by e-mail. Otherwise pass `link` on yourself; it is shown only now. */
  mailed: z.boolean(),
  link: z.string().optional(),
})

/** What somebody sees who has opened an invitation's link. */
export const invitationRequest = z.strictObject({ token: z.string().max(200) })
export const invitationPreview = z.object({
  email: z.string(),
  role,
  workspace: z.object({ id: z.string(), name: z.string() }),
  /** True: log in and accept it. False: sign up with it. */
  hasAccount: z.boolean(),
})

/** Who did what to which thing. */
export const auditEntry = z.object({
  id: z.string(),
  at: instant,
  /** `keyId` names the key or token that was used; null in the browser. */
  actor: z.object({ userId: z.string(), keyId: z.string().nullable() }),
  /** `<thing>.<what happened>` */
  action: z.string(),
  subjectId: z.string(),
})
