import type { Group, GroupRole } from '../groups/group.ts'
import type { VirtualPhone } from '../phone/virtual-phone.ts'
import type { WhatsAppTestServer } from '../server.ts'
import type { Troubles } from '../troubles/troubles.ts'

/** The server as the control API shows it. */
export interface PresentedServer {
  url: string
  mediaHost: string
  /** Hexadecimal digits. */
  rootKey: string
  caPem: string
  connectionCount: number
  phoneCount: number
  /** Broken rules and bugs of the server; should be empty. */
  errors: string[]
  unknownRequests: string[]
}

export interface PresentedPhone {
  number: string
  lid: string
  name: string
  numberJid: string
  lidJid: string
  linkedDevices: { id: number; isConnected: boolean; queued: number }[]
  receivedCount: number
  undecryptableCount: number
  duplicates: string[]
}

export interface PresentedGroup {
  jid: string
  subject: string
  members: { number: string; role: GroupRole }[]
}

export function presentServer(server: WhatsAppTestServer): PresentedServer {
  return {
    url: server.url,
    mediaHost: server.mediaHost,
    rootKey: server.rootKey.toString('hex'),
    caPem: server.caPem,
    connectionCount: server.connectionCount,
    phoneCount: server.phones.length,
    errors: server.errors.all.map(({ message }) => message),
    unknownRequests: [...server.unknownRequests],
  }
}

export function presentPhone(phone: VirtualPhone): PresentedPhone {
  const { number, lid, name, linkedDevices } = phone.account
  return {
    number,
    lid,
    name,
    numberJid: phone.numberJid,
    lidJid: phone.lidJid,
    linkedDevices: [...linkedDevices.values()].map(({ id, line, queued }) => ({
      id,
      isConnected: line !== undefined,
      queued: queued.length,
    })),
    receivedCount: phone.received.all.length,
    undecryptableCount: phone.undecryptable.length,
    duplicates: [...phone.duplicates],
  }
}

export function presentGroup({ jid, subject, roles }: Group): PresentedGroup {
  const members = [...roles].map(([{ number }, role]) => ({ number, role }))
  return { jid, subject, members }
}

/** The troubles as they are set. */
export function presentTroubles(troubles: Troubles): object {
  return Object.fromEntries(Object.entries(troubles))
}
