import { randomBytes, randomUUID } from 'node:crypto'
import { Curve, proto } from '@whiskeysockets/baileys'
import type { Account } from '../accounts/account.ts'
import { LinkedDevice } from '../accounts/linked-device.ts'
import type { Client } from '../client.ts'
import type { Network } from '../network.ts'
import type { SignalDevice } from '../signal/signal-device.ts'
import { isSignedBy } from '../signal/xeddsa.ts'
import { hmacSha256, readUint, unixSeconds } from '../wire/bytes.ts'
import { SERVER_JID } from '../wire/jid.ts'
import { type BinaryNode, bytesOf, element, ProtocolError, requireChild } from '../wire/node.ts'

/** As many as WhatsApp sends: each is shown for 20 seconds or longer. */
const QR_CODES = 6
/** What the phone signs, and what the new device signs in return, begins with these. */
const ACCOUNT_SIGNATURE_PREFIX = Buffer.from([6, 0])
const DEVICE_SIGNATURE_PREFIX = Buffer.from([6, 1])
const NOTHING = Buffer.alloc(0)

/** Sends the references of which the client makes its QR codes. */
export function offerPairing(client: Client): void {
  const refs = Array.from({ length: QR_CODES }, () => `2@${randomBytes(32).toString('base64')}`)
  for (const ref of refs) client.network.pairingOffers.set(ref, { client, refs })
  client.send(
    element('iq', { from: SERVER_JID, type: 'set', id: randomUUID(), xmlns: 'md' }, [
      element(
        'pair-device',
        {},
        refs.map((ref) => element('ref', {}, Buffer.from(ref))),
      ),
    ]),
  )
}

/** What a phone learns of a new device, from a QR code or with the help of a pairing code. */
export interface NewDevice {
  client: Client
  noiseKey: Buffer
  identityKey: Buffer
  /** Shared by phone and device only; proves to the device that the phone saw its code. */
  advSecret: Buffer
}

/**
 * Reads a QR text: `REF,noiseKey,identityKey,advSecret,platform`, in newer versions behind a URL and `#`.
 * @throws {ProtocolError} when it is not one, or has expired.
 */
export function readQr(network: Network, qr: string): NewDevice {
  const [ref = '', noiseKey, identityKey, advSecret] = qr.slice(qr.indexOf('#') + 1).split(',')
  if (!noiseKey || !identityKey || !advSecret) throw new ProtocolError('This is not a QR text')
  const offer = network.pairingOffers.get(ref)
  if (!offer) throw new ProtocolError('This QR code has expired or is unknown')
  return {
    client: offer.client,
    noiseKey: Buffer.from(noiseKey, 'base64'),
    identityKey: Buffer.from(identityKey, 'base64'),
    advSecret: Buffer.from(advSecret, 'base64'),
  }
}

interface PendingPairing {
  device: LinkedDevice
  /** What the new device has to sign. */
  signedData: Buffer
  onDone: (device: LinkedDevice) => void
}

const pendingPairings = new WeakMap<Client, PendingPairing>()

/**
 * Links a new device to an account: the phone signs the device's identity, the device signs back.
 * @returns the device, once it has signed and was told to connect again.
 */
export function linkDevice(
  { client, noiseKey, identityKey, advSecret }: NewDevice,
  phone: { account: Account; signal: SignalDevice },
): Promise<LinkedDevice> {
  const { account, signal } = phone
  const device = createDevice({ client, account, noiseKey, identityKey })
  const details = deviceDetails(device)
  const accountKey = Buffer.from(signal.identity.public)
  const accountSignature = Curve.sign(
    signal.identity.private,
    Buffer.concat([ACCOUNT_SIGNATURE_PREFIX, details, identityKey]),
  )
  const signed = proto.ADVSignedDeviceIdentity.encode({
    details,
    accountSignatureKey: accountKey,
    accountSignature,
  }).finish()
  client.send(pairSuccess(device, signed, advSecret))
  return new Promise((resolve) => {
    pendingPairings.set(client, {
      device,
      signedData: Buffer.concat([DEVICE_SIGNATURE_PREFIX, details, identityKey, accountKey]),
      onDone: resolve,
    })
  })
}

/** The client's answer to `<pair-success>`: its own signature. Then it has to connect again. */
export function finishPairing(client: Client, answer: BinaryNode): void {
  const pending = pendingPairings.get(client)
  if (!pending) throw new ProtocolError('A client signed a pairing that nobody started')
  pendingPairings.delete(client)
  const { device, signedData, onDone } = pending
  const identity = proto.ADVSignedDeviceIdentity.decode(
    bytesOf(requireChild(requireChild(answer, 'pair-device-sign'), 'device-identity')),
  )
  if (!identity.deviceSignature) throw new ProtocolError('The new device did not sign')
  if (!isSignedBy(device.identityKey, signedData, identity.deviceSignature)) {
    throw new ProtocolError('The signature of the new device is wrong')
  }
  device.account.linkedDevices.set(device.id, device)
  forgetOffers(client)
  onDone(device)
  client.endStream('restart')
}

/** QR codes of a client that is paired or gone are worth nothing. */
export function forgetOffers(client: Client): void {
  const { pairingOffers } = client.network
  for (const [ref, offer] of pairingOffers) if (offer.client === client) pairingOffers.delete(ref)
}

function createDevice(options: {
  client: Client
  account: Account
  noiseKey: Buffer
  identityKey: Buffer
}): LinkedDevice {
  const { client, account, noiseKey, identityKey } = options
  const registration = client.payload?.devicePairingData
  if (!registration?.eIdent || !registration.eSkeyVal || !registration.eSkeySig) {
    throw new ProtocolError('The client did not register keys')
  }
  if (!identityKey.equals(registration.eIdent)) {
    throw new ProtocolError('The identity in the code is not the one that the client registered')
  }
  return new LinkedDevice({
    account,
    id: account.takeDeviceId(),
    noiseKey,
    identityKey,
    registrationId: readUint(registration.eRegid ?? NOTHING),
    signedPreKey: {
      id: readUint(registration.eSkeyId ?? NOTHING),
      key: Buffer.from(registration.eSkeyVal),
      signature: Buffer.from(registration.eSkeySig),
    },
  })
}

function deviceDetails(device: LinkedDevice): Buffer {
  const { E2EE } = proto.ADVEncryptionType
  return Buffer.from(
    proto.ADVDeviceIdentity.encode({
      rawId: readUint(randomBytes(4)),
      timestamp: unixSeconds(),
      keyIndex: device.id,
      accountType: E2EE,
      deviceType: E2EE,
    }).finish(),
  )
}

function pairSuccess(device: LinkedDevice, signed: Uint8Array, advSecret: Buffer): BinaryNode {
  const identity = proto.ADVSignedDeviceIdentityHMAC.encode({
    details: signed,
    hmac: hmacSha256(advSecret, signed),
  }).finish()
  return element('iq', { from: SERVER_JID, type: 'set', id: randomUUID(), t: unixSeconds() }, [
    element('pair-success', {}, [
      element('device-identity', {}, identity),
      element('device', { jid: device.numberJid, lid: device.lidJid }),
      element('platform', { name: 'android' }),
    ]),
  ])
}
