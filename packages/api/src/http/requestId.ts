import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Dialect } from './dialect.ts'

const process = randomBytes(6).toString('base64url')
let count = 0

declare global {
  namespace Express {
    interface Locals {
      /** Names the request in logs, in the header X-Request-Id and in errors. */
      requestId: string
      /** Whose words an error is told in; our own when absent. */
      dialect?: Dialect | undefined
    }
  }
}

/** Takes over the id that a proxy gave, otherwise makes one. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.headers['x-request-id']
  const id =
    typeof given === 'string' && /^[\w.-]{8,100}$/.test(given)
      ? given
      : `${process}-${(count++).toString(36)}`
  response.locals.requestId = id
  response.setHeader('x-request-id', id)
  next()
}
