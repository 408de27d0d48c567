import { isDeepStrictEqual } from 'node:util'
import { errorBody } from '@parley/shared/api'
import type { Express, Response } from 'express'

/**
 * Holds every answer that tests see against its endpoint's description, which the documents are made from: nothing may
 * be missing in it, of another type, or in the answer and not in the description.
 */
export function checkAnswers(express: Express, report: (difference: object) => void): void {
  const { json } = express.response
  express.response.json = function check(this: Response, body: unknown) {
    const { endpoint } = this.locals
    if (endpoint) {
      const isError = this.statusCode >= 400
      const shape = isError ? (endpoint.dialect?.error ?? errorBody) : endpoint.answer
      // As it goes out: without what is undefined.
      const sent: unknown = JSON.parse(JSON.stringify(body))
      const result = shape?.safeParse(sent)
      if (!(result?.success && isDeepStrictEqual(result.data, sent))) {
        report({
          answer: `${endpoint.method} ${endpoint.path} answered ${this.statusCode} as it is not described`,
          problem: JSON.stringify(result?.error?.issues ?? undescribed(sent, result?.data)),
        })
      }
    }
    return json.call(this, body)
  }
}

/** The first thing in an answer that its description does not have. */
function undescribed(sent: unknown, described: unknown, path = ''): string {
  if (typeof sent !== 'object' || typeof described !== 'object' || !sent || !described) {
    return `${path} is described otherwise`
  }
  for (const [key, value] of Object.entries(sent)) {
    // JSON: what is an object has its own entries only.
    const other: unknown = Reflect.get(described, key)
    const inner = path === '' ? key : `${path}.${key}`
    if (other === undefined) return `${inner} is not described`
    if (!isDeepStrictEqual(value, other)) return undescribed(value, other, inner)
  }
  return `${path} is described with more`
}
