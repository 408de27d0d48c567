import { z } from 'zod'
import { role } from './roles.ts'

export const MIN_PASSWORD_LENGTH = 8
/** Argon2 hashes any length; the limit keeps a request from buying a lot of work. */
export const MAX_PASSWORD_LENGTH = 200

/** E-mail addresses are compared without case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('must be an e-mail address'))
export const password = z
  .string()
  .min(MIN_PASSWORD_LENGTH, `must have at least ${MIN_PASSWORD_LENGTH} characters`)
  .max(MAX_PASSWORD_LENGTH)

export const signUpRequest = z.strictObject({
  email,
  password,
  /** How other members see this person; the part before @ when absent. */
  name: z.string().trim().min(1).max(100).optional(),
  /** Name of the first workspace. Only for the first owner. */
  workspaceName: z.string().trim().min(1).max(100).optional(),
  /** Token of an invitation. Needed by everybody but the first owner. */
  invitation: z.string().max(200).optional(),
})
export type SignUpRequest = z.infer<typeof signUpRequest>

export const loginRequest = z.strictObject({
  email,
  password: z.string().min(1).max(MAX_PASSWORD_LENGTH),
})
export const forgotPasswordRequest = z.strictObject({ email })
export const resetPasswordRequest = z.strictObject({ token: z.string().max(200), password })
export const changePasswordRequest = z.strictObject({
  currentPassword: z.string().min(1).max(MAX_PASSWORD_LENGTH),
  password,
})

export const me = z.object({
  user: z.object({ id: z.string(), email: z.string(), name: z.string() }),
  /** The first one is used when a request names none. */
  workspaces: z.array(z.object({ id: z.string(), name: z.string(), role })),
})
export type Me = z.infer<typeof me>

export const setupState = z.object({
  /** True until the first owner has signed up. */
  needsFirstOwner: z.boolean(),
})
