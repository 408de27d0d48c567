import type { NumberRecord } from '@parley/runtime/pipeline'
import { pageQuery } from '@parley/shared/api'
import QRCode from 'qrcode'
import type { RouteDependencies } from '../../dependencies.ts'
import { ApiError, invalidField } from '../../errors.ts'
import { ok, toInstant } from '../../http/answers.ts'
import { defineEndpoint, type Endpoint } from '../../http/endpoint.ts'
import { readIdempotencyKey } from '../../http/idempotencyKey.ts'
import { defined } from '../../http/validate.ts'
import { connectNumber, disconnectNumber } from '../../numbers/connection.ts'
import { createNumber } from '../../numbers/createNumber.ts'
import { deleteNumber } from '../../numbers/deleteNumber.ts'
import { findNumber } from '../../numbers/findNumber.ts'
import { presentSession } from './present.ts'
import {
  changedSession,
  createSessionRequest,
  newSession,
  oneSession,
  qrCode,
  sendMessageRequest,
  sent,
  sessionDeleted,
  sessions as sessionList,
  sessionStatus,
  updateSessionRequest,
} from './schema.ts'
import { sendMessage } from './sendMessage.ts'
import { sessionWebhooks } from './sessionWebhooks.ts'

/** Sending first: it is called most, and routes are tried in their order. */
export function sessionApiEndpoints(dependencies: RouteDependencies): readonly Endpoint[] {
  const { limits, pipeline, store } = dependencies
  const webhooks = sessionWebhooks(dependencies)
  const present = async (number: NumberRecord) =>
    presentSession(number, await webhooks.find(number))

  const update = (method: 'put' | 'patch') =>
    defineEndpoint({
      method,
      path: '/api/v1/whatsapp-sessions/:sessionId',
      summary: 'Changes the name and the webhook of a session; what is absent stays',
      answer: changedSession,
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      body: updateSessionRequest,
      handle: async ({ caller, params, body }) => {
        let number = await findNumber(dependencies, caller, params.sessionId)
        webhooks.check(body)
        if (body.name !== undefined) {
          const { name } = body
          number = (await store.numbers.update(number.workspaceId, number.id, { name })) ?? number
          await pipeline.refreshNumber(number.id)
        }
        const { webhook, secret } = await webhooks.change(caller, number, body)
        const session = { ...presentSession(number, webhook), ...secret }
        return { success: true, ...session, data: session }
      },
    })

  return [
    defineEndpoint({
      method: 'post',
      path: '/api/v1/send-message',
      summary: 'Sends a message; what it is shows in the keys it has',
      answer: sent,
      access: {
        to: 'member',
        role: 'agent',
        numberKeys: 'allowed',
        rateLimit: 'own',
        scope: 'send',
      },
      body: sendMessageRequest,
      handle: async ({ caller, body, request, response }) => {
        const numberId = caller.numberId ?? body.sessionId
        if (numberId === undefined) {
          throw invalidField('sessionId', 'is missing; or send the key of a number as Bearer')
        }
        const overrides = await dependencies.credentials.findLimits(caller.identity)
        await limits.count('sendMessage', numberId, response, overrides)
        const idempotencyKey = readIdempotencyKey(request)
        return sendMessage(dependencies, caller, numberId, { body, idempotencyKey })
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/whatsapp-sessions',
      summary: 'Makes a session; its key is shown only now',
      answer: newSession,
      access: { to: 'member', role: 'editor' },
      body: createSessionRequest,
      status: 201,
      handle: async ({ caller, body }) => {
        const { name, channel } = body
        webhooks.check(body)
        const phone = body.phone_number?.replaceAll(/\D/g, '')
        const created = await createNumber(dependencies, caller, { name, channel, phone })
        const { key, instanceToken } = created
        const { webhook, secret } = await webhooks.change(caller, created.number, body)
        const session = {
          ...presentSession(created.number, webhook),
          ...secret,
          sessionKey: key.secret,
          apiKey: key.secret,
          api_key: key.secret,
          instanceId: instanceToken.key.instanceId,
          token: instanceToken.secret,
        }
        return { success: true, ...session, data: session }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/whatsapp-sessions',
      summary: 'Lists the sessions',
      answer: sessionList,
      access: { to: 'member', role: 'viewer' },
      query: pageQuery,
      handle: async ({ caller, query }) => {
        const { workspaceId } = caller
        const { items, nextCursor } = await store.numbers.list({ workspaceId, ...defined(query) })
        const webhookOf = await webhooks.findAll(items)
        const sessions = items.map((number) => presentSession(number, webhookOf(number)))
        return { ...ok(sessions), sessions, pagination: { next: nextCursor } }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/whatsapp-sessions/:sessionId',
      summary: 'Shows a session',
      answer: oneSession,
      access: { to: 'member', role: 'viewer', numberKeys: 'allowed' },
      handle: async ({ caller, params }) => {
        const session = await present(await findNumber(dependencies, caller, params.sessionId))
        return { success: true, ...session, data: session }
      },
    }),
    update('put'),
    update('patch'),
    defineEndpoint({
      method: 'delete',
      path: '/api/v1/whatsapp-sessions/:sessionId',
      summary: 'Deletes a session',
      answer: sessionDeleted,
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      handle: async ({ caller, params }) => {
        const number = await findNumber(dependencies, caller, params.sessionId)
        await deleteNumber(dependencies, caller, number)
        return { ...ok({ id: number.id, deleted: true }), message: 'The session was deleted' }
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/whatsapp-sessions/:sessionId/connect',
      summary: 'Starts connecting a session',
      answer: sessionStatus,
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      handle: async ({ caller, params }) => {
        const number = await findNumber(dependencies, caller, params.sessionId)
        const connected = await connectNumber(dependencies, number)
        const session = await present(connected)
        const qr = connected.pairing
          ? { qr: connected.pairing.qr, qrCode: await QRCode.toDataURL(connected.pairing.qr) }
          : {}
        return { success: true, status: session.status, ...qr, data: { ...session, ...qr } }
      },
    }),
    defineEndpoint({
      method: 'post',
      path: '/api/v1/whatsapp-sessions/:sessionId/disconnect',
      summary: 'Disconnects a session',
      answer: sessionStatus,
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      handle: async ({ caller, params }) => {
        const number = await findNumber(dependencies, caller, params.sessionId)
        const session = await present(await disconnectNumber(dependencies, number))
        return { success: true, status: session.status, data: session }
      },
    }),
    defineEndpoint({
      method: 'get',
      path: '/api/v1/whatsapp-sessions/:sessionId/qrcode',
      summary: 'Gives the QR code of a session that is connecting',
      answer: qrCode,
      access: { to: 'member', role: 'editor', numberKeys: 'allowed' },
      handle: async ({ caller, params }) => {
        const { pairing, statusReason } = await findNumber(dependencies, caller, params.sessionId)
        if (!pairing)
          throw new ApiError('CONFLICT', `There is no code to scan now. ${statusReason}`)
        const code = {
          qr: pairing.qr,
          qrCode: await QRCode.toDataURL(pairing.qr),
          expiresAt: toInstant(pairing.expiresAt),
        }
        return { success: true, ...code, data: code }
      },
    }),
  ]
}
