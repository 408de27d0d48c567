import type { Request } from 'express'
import { ApiError } from '../errors.ts'

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses changes that another site's page made a browser send with our cookie. Every browser says where a changing
 * request comes from, by Origin or Sec-Fetch-Site; whoever says neither has to use a token.
 *
 * @throws {ApiError} 403
 */
export function requireSameOrigin(request: Request, publicUrl: string): void {
  if (SAFE_METHODS.has(request.method) || isSameOrigin(request, publicUrl)) return
  throw new ApiError(
    'FORBIDDEN',
    'Changes with a login cookie are taken from our own pages only: send the header Origin, or use X-API-Token',
  )
}

/** True as well when the request does not come from a page at all. For requests that carry no credentials yet. */
export const isNotCrossSite = (request: Request, publicUrl: string): boolean =>
  (request.headers.origin === undefined && request.headers['sec-fetch-site'] === undefined) ||
  isSameOrigin(request, publicUrl)

function isSameOrigin(request: Request, publicUrl: string): boolean {
  const { origin } = request.headers
  if (origin !== undefined) return isOwnOrigin(origin, request.host, publicUrl)
  const site = request.headers['sec-fetch-site']
  return site === 'same-origin' || site === 'none'
}

/** True when a page of this origin is one of ours: by the address people know, or by the one that was asked. */
export const isOwnOrigin = (origin: string, host: string | undefined, publicUrl: string): boolean =>
  origin === new URL(publicUrl).origin ||
  (host !== undefined && URL.canParse(origin) && new URL(origin).host === host)
