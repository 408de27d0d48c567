import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Endpoint } from './endpoint.ts'

const process = randomBytes(6).toString('base64url')
let count = 0

declare global {
  namespace Express {
    interface Locals {
      /** Names the request in logs, in the header X-Request-Id and in errors. */
      requestId: string
      /** The operation that answers; absent until one is found. Its dialect says in whose words errors are told. */
      endpoint?: Endpoint
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
