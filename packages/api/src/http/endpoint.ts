import { type KeyScope, type Role, roleAllows } from '@parley/shared/api'
import type { Request, Response, Router } from 'express'
import type { z } from 'zod'
import { type Authentication, callerOf, identify } from '../auth/authenticate.ts'
import { type Caller, hasScope, type Identity } from '../auth/caller.ts'
import { ApiError, unauthorized } from '../errors.ts'
import type { RateLimits } from '../limits/rateLimits.ts'
import type { Dialect } from './dialect.ts'
import { isJson, readJson } from './readJson.ts'
import { validate } from './validate.ts'

/** Who may call an endpoint. */
export type Access =
  /** Anybody. */
  | { readonly to: 'everybody' }
  /** A person, in the browser or by personal token, whatever their workspace. */
  | { readonly to: 'user' }
  /** A member of the workspace with this role or more, and its keys; keys of numbers only where it says so. */
  | {
      readonly to: 'member'
      readonly role: Role
      readonly numberKeys?: 'allowed'
      /** Not for keys of workspaces either: what would let a key make itself mightier. */
      readonly only?: 'people'
      /** What a key must be made for; without it: `read` for GET, otherwise `manage`. */
      readonly scope?: KeyScope
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
  /** The product whose clients this endpoint speaks to; our own API when absent. */
  readonly dialect?: Dialect
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  readonly maxBodyBytes?: number
  /** Besides JSON, a form or a bare file may be sent: then there is no `body`, and the handler reads the request. */
  readonly takesFiles?: true
  /** Of an answer that went well; 200 when absent. */
  readonly status?: number
  /** What the body of an answer that went well looks like; absent where it is no JSON. Tests hold answers against it. */
  readonly answer?: z.ZodType
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
    const { dialect } = endpoint
    router[endpoint.method](endpoint.path, async (request, response, next) => {
      if (dialect?.claims?.(request) === false) return next()
      response.locals.endpoint = endpoint
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
  const who = await admit(endpoint, request, response, options)
  const query = endpoint.query && validate(endpoint.query, request.query)
  const body = endpoint.body && validate(endpoint.body, await readBody(endpoint, request, response))
  // `defineEndpoint` made sure that the handler wants exactly what its schemas and access give.
  const handle = endpoint.handle as (input: object) => Promise<unknown>
  const result = await handle({ ...who, params: request.params, query, body, request, response })
  if (result !== undefined) response.status(endpoint.status ?? 200).json(result)
}

async function readBody(
  { dialect, maxBodyBytes, takesFiles }: Endpoint,
  request: Request,
  response: Response,
): Promise<unknown> {
  if (dialect?.readBody) return dialect.readBody(request, response)
  if (takesFiles && !isJson(request)) return undefined
  return readJson(request, response, maxBodyBytes)
}

async function admit(
  { access, method, dialect }: Endpoint,
  request: Request,
  response: Response,
  { authentication, limits }: MountOptions,
): Promise<{ identity?: Identity; caller?: Caller }> {
  if (access.to === 'everybody') return {}
  const { credentials } = authentication
  const identity = await (dialect?.identify
    ? dialect.identify(credentials, request)
    : identify(authentication, request, response))
  if (access.to === 'user' || access.rateLimit !== 'own') {
    const overrides = await credentials.findLimits(identity)
    for (const { rule, subject } of (dialect ?? OWN_API).limits(identity)) {
      await limits.count(rule, subject, response, overrides)
    }
  }
  if (access.to === 'user') {
    if (identity.type === 'numberKey' || identity.type === 'workspaceKey') throw wrongKind(identity)
    return { identity }
  }
  if (identity.type === 'numberKey' && access.numberKeys !== 'allowed') throw wrongKind(identity)
  if (identity.type === 'workspaceKey' && access.only === 'people') throw wrongKind(identity)
  const scope = access.scope ?? (method === 'get' ? 'read' : 'manage')
  if (!hasScope(identity, scope)) {
    throw new ApiError('FORBIDDEN', `This key was not made for this: it lacks the scope ${scope}`)
  }
  const caller = await callerOf(authentication, identity, request)
  // What the key of a number may do is said by the endpoint, not by a role.
  if (identity.type !== 'numberKey' && !roleAllows(caller.role, access.role)) {
    throw new ApiError('FORBIDDEN', `This needs the role ${access.role}; yours is ${caller.role}`)
  }
  return { caller }
}

/** What our own endpoints count. */
const OWN_API: Pick<Dialect, 'limits'> = {
  limits: ({ type, userId }) => [
    { rule: type === 'login' ? 'browser' : 'general', subject: userId },
  ],
}

// The session API has no code for "known, but not for this", so it is 401 as in its documents.
const wrongKind = ({ type }: Identity) =>
  unauthorized(
    `The key of a ${type === 'numberKey' ? 'number' : 'workspace'} cannot do this. Send a personal token as X-API-Token`,
  )
