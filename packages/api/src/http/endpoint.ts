import { type Role, roleAllows } from '@parley/shared/api'
import type { Request, Response, Router } from 'express'
import type { z } from 'zod'
import { type Authentication, callerOf, identify } from '../auth/authenticate.ts'
import type { Caller, Identity } from '../auth/caller.ts'
import { ApiError, unauthorized } from '../errors.ts'
import type { RateLimits } from '../limits/rateLimits.ts'
import { readJson } from './readJson.ts'
import { validate } from './validate.ts'

/** Who may call an endpoint. */
export type Access =
  /** Anybody. */
  | { readonly to: 'everybody' }
  /** A person, in the browser or by personal token, whatever their workspace. */
  | { readonly to: 'user' }
  /** A member of the workspace with this role or more; keys of numbers only where it says so. */
  | {
      readonly to: 'member'
      readonly role: Role
      readonly numberKeys?: 'allowed'
      /** Left out of the general limit: it has its own, or none. */
      readonly rateLimit?: 'own'
    }

/** One operation of the REST API, described as data: mounted by `mountEndpoints`, walked by tests and documents. */
export interface Endpoint {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  /** One line for the reference. */
  readonly summary: string
  readonly access: Access
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly maxBodyBytes?: number
  /** Of an answer that went well; 200 when absent. */
  readonly status?: number
  readonly handle: (request: never) => Promise<unknown>
}

/** The names behind colons in a path. */
export type PathParams<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? { readonly [Key in Name]: string } & PathParams<Rest>
  : Path extends `${string}:${infer Name}`
    ? { readonly [Key in Name]: string }
    : unknown

type CallerFor<Who extends Access> = Who extends { to: 'member' }
  ? { readonly caller: Caller }
  : Who extends { to: 'user' }
    ? { readonly identity: Identity }
    : unknown

/** What a handler gets: checked and typed. `request` and `response` are for cookies, uploads and streams. */
export type HandlerInput<Path extends string, Who extends Access, Query, Body> = CallerFor<Who> & {
  readonly params: PathParams<Path>
  readonly query: Query
  readonly body: Body
  readonly request: Request
  readonly response: Response
}

/**
 * Describes an endpoint. Its handler gives the body of the answer, or undefined when it has answered itself.
 */
export function defineEndpoint<
  const Path extends string,
  const Who extends Access,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
>(
  endpoint: Omit<Endpoint, 'path' | 'access' | 'query' | 'body' | 'handle'> & {
    readonly path: Path
    readonly access: Who
    readonly query?: Query
    readonly body?: Body
    readonly handle: (
      input: HandlerInput<Path, Who, z.output<Query>, z.output<Body>>,
    ) => Promise<unknown>
  },
): Endpoint {
  return endpoint
}

export interface MountOptions {
  readonly authentication: Authentication
  readonly limits: RateLimits
}

export function mountEndpoints(
  router: Router,
  endpoints: readonly Endpoint[],
  options: MountOptions,
): void {
  for (const endpoint of endpoints) {
    router[endpoint.method](endpoint.path, async (request, response) => {
      await answer(endpoint, request, response, options)
    })
  }
}

async function answer(
  endpoint: Endpoint,
  request: Request,
  response: Response,
  options: MountOptions,
): Promise<void> {
  const who = await admit(endpoint.access, request, response, options)
  const query = endpoint.query && validate(endpoint.query, request.query)
  const body =
    endpoint.body &&
    validate(endpoint.body, await readJson(request, response, endpoint.maxBodyBytes))
  // `defineEndpoint` made sure that the handler wants exactly what its schemas and access give.
  const handle = endpoint.handle as (input: object) => Promise<unknown>
  const result = await handle({ ...who, params: request.params, query, body, request, response })
  if (result !== undefined) response.status(endpoint.status ?? 200).json(result)
}

async function admit(
  access: Access,
  request: Request,
  response: Response,
  { authentication, limits }: MountOptions,
): Promise<{ identity?: Identity; caller?: Caller }> {
  if (access.to === 'everybody') return {}
  const identity = await identify(authentication, request, response)
  if (access.to === 'user' || access.rateLimit !== 'own') {
    const rule = identity.type === 'login' ? 'browser' : 'general'
    await limits.count(rule, identity.userId, response)
  }
  if (access.to === 'user') {
    if (identity.type === 'numberKey') throw wrongKind()
    return { identity }
  }
  if (identity.type === 'numberKey' && access.numberKeys !== 'allowed') throw wrongKind()
  const caller = await callerOf(authentication, identity, request)
  // What the key of a number may do is said by the endpoint, not by a role.
  if (identity.type !== 'numberKey' && !roleAllows(caller.role, access.role)) {
    throw new ApiError('FORBIDDEN', `This needs the role ${access.role}; yours is ${caller.role}`)
  }
  return { caller }
}

// The session API has no code for "known, but not for this", so it is 401 as in its documents.
const wrongKind = () =>
  unauthorized('The key of a number cannot do this. Send a personal token as X-API-Token')
