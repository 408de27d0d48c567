import type { NumberRecord } from '@parley/runtime/pipeline'
import type { KeyScope } from '@parley/shared/api'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Caller } from '../../auth/caller.ts'
import type { RouteDependencies } from '../../dependencies.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { refuseNul } from '../../http/readJson.ts'
import { validate } from '../../http/validate.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import { instanceDialect } from './dialect.ts'
import { readInput } from './readInput.ts'

/** What a method's handler gets. */
export interface MethodCall<Input> {
  readonly caller: Caller
  readonly number: NumberRecord
  /** From the query and the body, whichever the client preferred. */
  readonly input: Input
  readonly request: Request
  readonly response: Response
}

export interface InstanceMethod<Input extends z.ZodType> {
  /** The first is the documented one. */
  readonly names: readonly [string, ...string[]]
  readonly verbs: readonly ('get' | 'post')[]
  readonly summary: string
  readonly scope: KeyScope
  /** Parameters; everything may be absent, what must be there is for the handler to say in this product's words. */
  readonly input?: Input
  readonly doneKey?: 'sent' | 'created' | 'read'
  /** Takes files in its body: as base64, or in a form. */
  readonly takesFile?: boolean
  /** Absent where the answer is no JSON. */
  readonly answer?: z.ZodType
  readonly handle: (call: MethodCall<z.output<Input>>) => Promise<unknown>
}

const noInput = z.looseObject({})

/** A method of the instance API as endpoints: under each of its names, below the instance and at the root. */
export function instanceMethod<Input extends z.ZodType = typeof noInput>(
  dependencies: RouteDependencies,
  method: InstanceMethod<Input>,
): readonly Endpoint[] {
  const { names, verbs, summary, scope, doneKey, takesFile, answer } = method
  const schema = method.input ?? noInput

  async function handle(given: {
    caller: Caller
    input: unknown
    request: Request
    response: Response
  }): Promise<unknown> {
    const { caller, request, response } = given
    refuseNul(given.input, '')
    // The schema is the method's own, or the one that asks for nothing.
    const input = given.input as z.output<Input>
    // Only keys of numbers get here.
    const number = await findNumber(dependencies, caller, caller.numberId ?? '')
    return method.handle({ caller, number, input, request, response })
  }

  const readBody = (request: Request, response: Response) =>
    readInput(dependencies, request, response, { takesFile: takesFile ?? false })

  return names.flatMap((name) =>
    (['instance', 'root'] as const).flatMap((place) =>
      verbs.map((verb) => {
        const path = place === 'root' ? `/${name}` : `/instance:instanceId/${name}`
        const shared = {
          path,
          summary,
          ...(answer && { answer }),
          access: { to: 'member', role: 'agent', numberKeys: 'allowed', scope } as const,
          dialect: instanceDialect(dependencies, { place, doneKey, readBody }),
        }
        if (verb === 'post') {
          return defineEndpoint({
            ...shared,
            method: 'post',
            body: schema,
            handle: ({ body, ...call }) => handle({ ...call, input: body }),
          })
        }
        return defineEndpoint({
          ...shared,
          method: 'get',
          query: schema,
          handle: async ({ query, ...call }) => {
            // Some clients send a body even with GET.
            const body = hasBody(call.request) && (await readBody(call.request, call.response))
            return handle({ ...call, input: body ? validate(schema, body) : query })
          },
        })
      }),
    ),
  )
}

const hasBody = ({ headers }: Request): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
