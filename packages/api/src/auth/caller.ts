import type { ApiKeyRecord } from '@parley/runtime/store'
import type { KeyScope, Role } from '@parley/shared/api'

/** Who sent a request, before it is known in which workspace. */
export type Identity =
  /** A person in a browser. */
  | { readonly type: 'login'; readonly userId: string; readonly loginHash: string }
  /** A program that acts for a person in one workspace. */
  | { readonly type: 'personalToken'; readonly userId: string; readonly key: ApiKeyRecord }
  /** A program that acts for the workspace itself. */
  | { readonly type: 'workspaceKey'; readonly userId: string; readonly key: ApiKeyRecord }
  /** A program that may only use one number. */
  | { readonly type: 'numberKey'; readonly userId: string; readonly key: ApiKeyRecord }

/** Who sent a request, and what they may do in the workspace that it is about. */
export interface Caller {
  readonly identity: Identity
  readonly userId: string
  readonly workspaceId: string
  readonly role: Role
  /** The only number that this caller may use; null: all of the workspace. */
  readonly numberId: string | null
}

export const keyIdOf = (identity: Identity): string | null =>
  identity.type === 'login' ? null : identity.key.id

/** A person may do what their role says; a key also has to be made for it. */
export const hasScope = (identity: Identity, scope: KeyScope): boolean =>
  identity.type === 'login' || identity.key.scopes.includes(scope)
