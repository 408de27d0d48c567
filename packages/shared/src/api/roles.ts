import { z } from 'zod'

/** What a member may do; each role may do all that the roles after it may. */
export const ROLES = ['owner', 'editor', 'agent', 'viewer'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>

/** True when `held` is `needed` or more. */
export const roleAllows = (held: Role, needed: Role): boolean =>
  ROLES.indexOf(held) <= ROLES.indexOf(needed)
