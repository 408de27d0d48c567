import type { proto } from '@whiskeysockets/baileys'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import type { Client } from '../client.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { lidJid } from '../wire/jid.ts'
import { element } from '../wire/node.ts'
import { offerPairing } from './pairing.ts'

const LOGGED_OUT = 401
const BANNED = 403
const DAY_SECONDS = 24 * 60 * 60

/** Welcomes a client after the handshake: one without a user name wants to be paired, others log in. */
export function logIn(client: Client, payload: proto.ClientPayload, clientKey: Buffer): void {
  client.payload = payload
  const { refuseLoginsWith } = client.network.troubles
  if (refuseLoginsWith !== undefined) return client.failLogin(refuseLoginsWith)
  if (payload.devicePairingData) return offerPairing(client)
  const device = findDevice(client, payload)
  if (!device?.noiseKey.equals(clientKey)) return client.failLogin(LOGGED_OUT)
  if (device.account.isBanned) return client.failLogin(BANNED)
  replaceOlderClients(client, device)
  client.becomeDevice(device)
  client.send(
    element('success', {
      t: unixSeconds(),
      lid: lidJid(device.account.lid, device.id),
      creation: unixSeconds() - DAY_SECONDS,
      props: 27,
      abprops: 2,
      location: 'test',
    }),
  )
}

function findDevice(client: Client, payload: proto.ClientPayload): LinkedDevice | undefined {
  const account = client.network.findAccountByNumber(String(payload.username))
  return account?.linkedDevices.get(payload.device ?? 0)
}

/** A device has one connection: the newest wins. */
function replaceOlderClients(client: Client, device: LinkedDevice): void {
  for (const other of client.network.clientsOf(device.account)) {
    if (other.findDevice() === device) other.endStream('replaced')
  }
  device.line = undefined
}
