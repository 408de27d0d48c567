import type { z } from 'zod'
import type { Group } from '../groups/group.ts'
import { addMembers, changeRoles, removeMembers } from '../groups/membership.ts'
import type { VirtualPhone } from '../phone/virtual-phone.ts'
import type { WhatsAppTestServer } from '../server.ts'
import { ControlError } from './control-error.ts'
import { presentGroup, presentPhone, presentServer, presentTroubles } from './present.ts'
import * as schemas from './schemas.ts'

/** A request of the control API, taken apart. */
export interface ControlRequest {
  server: WhatsAppTestServer
  /** The variable parts of the path, by name. */
  parameters: Record<string, string>
  query: URLSearchParams
  /** Checks the body. @throws {z.ZodError} */
  body: <T>(schema: z.ZodType<T>) => Promise<T>
}

/** What a route gives back: JSON, bytes, or nothing for an empty answer. */
export type ControlAnswer = object | Buffer | undefined
export type Route = (request: ControlRequest) => ControlAnswer | Promise<ControlAnswer>

/** The longest that a request waits for something to happen. */
const MAX_WAIT_MS = 60_000

/** Method and path below `/control`; parts that begin with a colon are variable. */
export const routes: Record<string, Route> = {
  'GET /': ({ server }) => presentServer(server),
  'GET /failures': ({ server }) => server.failures(),

  'POST /phones': async ({ server, body }) =>
    presentPhone(server.createPhone(await body(schemas.newPhone))),
  'GET /phones': ({ server }) => server.phones.map(presentPhone),
  'GET /phones/:number': (request) => presentPhone(phoneOf(request)),
  'PATCH /phones/:number': async (request) => {
    const phone = phoneOf(request)
    phone.configure(await request.body(schemas.phoneSettings))
    return presentPhone(phone)
  },
  'POST /phones/:number/scan': async (request) => {
    const { qr } = await request.body(schemas.qrScan)
    const device = await phoneOf(request).scanQr(qr)
    return { device: device.id, jid: device.numberJid }
  },
  'POST /phones/:number/pairing-code': async (request) => {
    const { code } = await request.body(schemas.codeEntry)
    const device = await phoneOf(request).enterPairingCode(code)
    return { device: device.id, jid: device.numberJid }
  },
  'POST /phones/:number/messages': async (request) => {
    const { to, content, options } = await request.body(schemas.newMessage)
    return { id: await phoneOf(request).send(to, content, options) }
  },
  'POST /phones/:number/burst': async (request) => {
    const { to, count, text } = await request.body(schemas.burst)
    const phone = phoneOf(request)
    const ids: string[] = []
    for (let index = 0; index < count; index++) {
      ids.push(await phone.sendText(to, text.replaceAll('{i}', String(index))))
    }
    return { ids }
  },
  'POST /phones/:number/redeliveries/:messageId': (request) => {
    phoneOf(request).redeliver(request.parameters.messageId ?? '')
    return undefined
  },

  'GET /phones/:number/received': (request) => entriesOf(phoneOf(request).received, request),
  'DELETE /phones/:number/received': (request) => {
    phoneOf(request).received.clear()
    return undefined
  },
  'GET /phones/:number/received/:messageId/media': (request) => {
    const bytes = phoneOf(request).mediaOf(request.parameters.messageId ?? '')
    if (!bytes) throw new ControlError(404, 'There is no such message, or it has no media')
    return bytes
  },
  'GET /phones/:number/receipts': (request) => entriesOf(phoneOf(request).receipts, request),
  'GET /phones/:number/typing': (request) => entriesOf(phoneOf(request).typing, request),
  'GET /phones/:number/undecryptable': (request) => [...phoneOf(request).undecryptable],

  'POST /phones/:number/receipts': async (request) => {
    const { messageId, kind } = await request.body(schemas.receipt)
    phoneOf(request).confirm(messageId, kind)
    return undefined
  },
  'POST /phones/:number/typing': async (request) => {
    const { to, state } = await request.body(schemas.typing)
    phoneOf(request).setTyping(to, state)
    return undefined
  },
  'POST /phones/:number/presence': async (request) => {
    const { isOnline, to } = await request.body(schemas.presence)
    phoneOf(request).setOnline(isOnline, to)
    return undefined
  },
  'POST /phones/:number/retries': async (request) => {
    const { messageId, withKeys = true } = await request.body(schemas.retry)
    await phoneOf(request).askAgain(messageId, { withKeys })
    return undefined
  },
  'POST /phones/:number/trouble': async (request) => {
    const { type } = await request.body(schemas.connectionTrouble)
    const phone = phoneOf(request)
    if (type === 'drop') phone.dropConnections()
    else if (type === 'unlink') phone.unlinkDevices()
    else phone.endConnections(type)
    return undefined
  },

  'GET /troubles': ({ server }) => presentTroubles(server.troubles),
  'PATCH /troubles': async ({ server, body }) => {
    const changes = await body(schemas.troubles)
    const entries = Object.entries(changes).map(([name, value]) => [name, value ?? undefined])
    Object.assign(server.troubles, Object.fromEntries(entries))
    return presentTroubles(server.troubles)
  },
  'DELETE /troubles': ({ server }) => {
    server.troubles.reset()
    return undefined
  },

  'POST /groups': async ({ server, body }) => {
    const { owner, members, ...rest } = await body(schemas.newGroup)
    const group = server.createGroup({
      ...rest,
      owner: server.phone(owner),
      members: members.map((number) => server.phone(number)),
    })
    return presentGroup(group)
  },
  'GET /groups': ({ server }) => server.groups.map(presentGroup),
  'GET /groups/:jid': (request) => presentGroup(groupOf(request)),
  'POST /groups/:jid/members': async (request) => {
    const { server } = request
    const { change, actor, members } = await request.body(schemas.memberChange)
    const accounts = members.map((number) => server.phone(number).account)
    const group = groupOf(request)
    const { account } = server.phone(actor)
    if (change === 'add') addMembers(group, account, accounts)
    else if (change === 'remove') removeMembers(group, account, accounts)
    else changeRoles(group, account, { accounts, to: change })
    return presentGroup(group)
  },
}

function phoneOf({ server, parameters }: ControlRequest): VirtualPhone {
  const phone = server.phones.find(({ number }) => number === parameters.number)
  if (!phone) throw new ControlError(404, `There is no phone ${parameters.number}`)
  return phone
}

function groupOf({ server, parameters }: ControlRequest): Group {
  const group = server.groups.find(({ jid }) => jid === parameters.jid)
  if (!group) throw new ControlError(404, `There is no group ${parameters.jid}`)
  return group
}

interface Entries<T> {
  since(start: number, timeoutMs: number): Promise<readonly T[]>
}

/** `?after=N` leaves out the first N; `&waitMs=M` waits until there is another one, or M is over. */
async function entriesOf<T>(journal: Entries<T>, { query }: ControlRequest): Promise<T[]> {
  const waitMs = Math.min(Number(query.get('waitMs') ?? 0), MAX_WAIT_MS)
  return [...(await journal.since(Number(query.get('after') ?? 0), waitMs))]
}
