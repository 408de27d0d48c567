import type { IncomingMessage } from 'node:http'
import type { Response } from 'express'

const NAME = 'parley_login'

export function readLoginCookie(request: Pick<IncomingMessage, 'headers'>): string | null {
  for (const pair of request.headers.cookie?.split(';') ?? []) {
    const [name, value] = pair.split('=', 2)
    if (name?.trim() === NAME && value) return value.trim()
  }
  return null
}

/** Not readable for scripts, not sent by links and forms of other sites that change something. */
export function setLoginCookie(
  response: Response,
  secret: string,
  { expiresAt, isHttps }: { expiresAt: number; isHttps: boolean },
): void {
  response.cookie(NAME, secret, {
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps,
    path: '/',
    expires: new Date(expiresAt),
  })
}

export function clearLoginCookie(response: Response, { isHttps }: { isHttps: boolean }): void {
  response.clearCookie(NAME, { httpOnly: true, sameSite: 'lax', secure: isHttps, path: '/' })
}
