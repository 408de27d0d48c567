import type { NumberRecord } from '@parley/runtime/pipeline'
import * as shapes from '@parley/shared/api'
import {
  createNumberRequest,
  pageQuery,
  pairingCodeRequest,
  updateNumberRequest,
} from '@parley/shared/api'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError } from '../../errors.ts'
import { ok, okDeleted, toInstant } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { defined } from '../../http/validate.ts'
import { changeNumber } from '../../numbers/changeNumber.ts'
import { connectNumber, disconnectNumber, requestPairingCode } from '../../numbers/connection.ts'
import { createNumber } from '../../numbers/createNumber.ts'
import { deleteNumber } from '../../numbers/deleteNumber.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import { replaceNumberKey } from '../../numbers/numberKey.ts'
import { recordAction } from '../auditLog/recordAction.ts'
import { presentNumber } from './present.ts'

export function numberEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { accounts, store } = dependencies

  async function present(number: NumberRecord) {
    const [key] = await accounts.apiKeys.listPrimary(number.workspaceId, [number.id])
    return presentNumber(number, key)
  }

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/numbers',
      summary: 'Makes a number; its key is shown only now',
      answer: shapes.answer(shapes.createdNumber),
      access: { to: 'member', role: 'editor' },
      body: createNumberRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const { number, key, instanceToken } = await createNumber(dependencies, caller, body)
        return ok({
          ...presentNumber(number, key.key),
          sessionKey: key.secret,
          instanceId: instanceToken.key.instanceId,
          token: instanceToken.secret,
        })
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/numbers',
      summary: 'Lists the numbers, oldest first',
      answer: shapes.page(shapes.number),
      access: { to: 'member', role: 'viewer' },
      query: pageQuery,
      handle: async ({ caller, query }) => {
        const { workspaceId } = caller
        const page = await store.numbers.list({ workspaceId, ...defined(query) })
        const ids = page.items.map(({ id }) => id)
        const keys = await accounts.apiKeys.listPrimary(workspaceId, ids)
        const keyByNumber = new Map(keys.map((key) => [key.numberId, key]))
        return {
          ...ok(page.items.map((number) => presentNumber(number, keyByNumber.get(number.id)))),
          pagination: { next: page.nextCursor },
        }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/numbers/:numberId',
      summary: 'Shows a number',
      answer: shapes.answer(shapes.number),
      access: { to: 'member', role: 'viewer', numberKeys: 'allowed' },
      handle: async ({ caller, params }) =>
        ok(await present(await findNumber(dependencies, caller, params.numberId))),
    }),
    defineEndpoint({
      method: 'patch',
      path: '/api/v1/numbers/:numberId',
      summary: 'Renames a number, or changes how it sends',
      answer: shapes.answer(shapes.number),
      access: { to: 'member', role: 'editor' },
      body: updateNumberRequest,
      handle: async ({ caller, params, body }) => {
        const number = await findNumber(dependencies, caller, params.numberId)
        return ok(await present(await changeNumber(dependencies, number, body)))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/numbers/:numberId/connect',
      summary: 'Connects a number, now and after every restart',
      answer: shapes.answer(shapes.number),
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      handle: async ({ caller, params }) => {
        const number = await findNumber(dependencies, caller, params.numberId)
        return ok(await present(await connectNumber(dependencies, number)))
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/numbers/:numberId/disconnect',
      summary: 'Disconnects a number; its queue waits',
      answer: shapes.answer(shapes.number),
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      handle: async ({ caller, params }) => {
        const number = await findNumber(dependencies, caller, params.numberId)
        return ok(await present(await disconnectNumber(dependencies, number)))
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/numbers/:numberId/qr',
      summary: 'Gives the QR code to scan, while there is one',
      answer: shapes.answer(shapes.pairingCode),
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      handle: async ({ caller, params }) => {
        const { pairing, statusReason } = await findNumber(dependencies, caller, params.numberId)
        if (!pairing)
          throw new ApiError('CONFLICT', `There is no code to scan now. ${statusReason}`)
        return ok({ ...pairing, expiresAt: toInstant(pairing.expiresAt) })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/numbers/:numberId/pairing-code',
      summary: 'Gives a code to type on the phone instead of scanning',
      answer: shapes.answer(shapes.pairingCode.nullable()),
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      body: pairingCodeRequest,
      handle: async ({ caller, params, body }) => {
        const number = await findNumber(dependencies, caller, params.numberId)
        const { pairing } = await requestPairingCode(dependencies, number, body.phone)
        return ok(pairing && { ...pairing, expiresAt: toInstant(pairing.expiresAt) })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/numbers/:numberId/key',
      summary: 'Replaces the key of a number; the old one stops working',
      answer: shapes.answer(shapes.createdNumber),
      access: { to: 'member', role: 'editor' },
      status: 201,
      handle: async ({ caller, params }) => {
        const number = await findNumber(dependencies, caller, params.numberId)
        const { key, secret } = await replaceNumberKey(dependencies, caller, number.id)
        await recordAction(dependencies, caller, 'number.keyReplaced', number.id)
        return ok({ ...presentNumber(number, key), sessionKey: secret })
      },
    }),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/numbers/:numberId',
      summary: 'Deletes a number; the history of its conversations stays',
      answer: shapes.answer(shapes.deleted),
      access: { to: 'member', role: 'editor' },
      handle: async ({ caller, params }) => {
        const number = await findNumber(dependencies, caller, params.numberId)
        await deleteNumber(dependencies, caller, number)
        return okDeleted(number.id)
      },
    }),
  ]
}
