import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  pbkdf2,
  randomBytes,
  randomUUID,
} from 'node:crypto'
import { promisify } from 'node:util'
import { Curve, type KeyPair } from '@whiskeysockets/baileys'
import type { Account } from '../accounts/account.ts'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import type { Client } from '../client.ts'
import type { CodeOffer, Network } from '../network.ts'
import type { SignalDevice } from '../signal/signal-device.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { parseJid, SERVER_JID } from '../wire/jid.ts'
import {
  type BinaryNode,
  bytesOf,
  element,
  firstChild,
  ProtocolError,
  requireAttribute,
  requireChild,
} from '../wire/node.ts'
import { linkDevice } from './pairing.ts'

const derive = promisify(pbkdf2)
const KEY_LENGTH = 32
const SALT_LENGTH = 32
const CTR_IV_LENGTH = 16
const GCM_IV_LENGTH = 12
const GCM_TAG_LENGTH = 16
/** How often the code is hashed into a key. */
const ROUNDS = 2 ** 17
/** The client sends its request and shows the code at about the same time. */
const WAIT_FOR_REQUEST_MS = 5_000

/** A phone on which a code was typed, waiting for the client's answer. */
interface OpenExchange {
  offer: CodeOffer
  account: Account
  signal: SignalDevice
  ephemeral: KeyPair
  companionEphemeral: Buffer
  onLinked: (device: Promise<LinkedDevice>) => void
}

const exchanges = new WeakMap<Client, OpenExchange>()

/** First request of a client that pairs by code: "I am going to show a code for this number". */
export function offerCode(request: BinaryNode, client: Client): void {
  const registration = firstChild(request)
  const number = parseJid(requireAttribute(registration, 'jid'))?.user ?? ''
  if (!client.network.findAccountByNumber(number)) {
    return client.refuse(request, { code: 404, text: 'item-not-found' })
  }
  const ref = randomBytes(16).toString('base64')
  client.network.codeOffers.add({
    client,
    number,
    ref,
    wrappedKey: bytesOf(
      requireChild(registration, 'link_code_pairing_wrapped_companion_ephemeral_pub'),
    ),
    noiseKey: bytesOf(requireChild(registration, 'companion_server_auth_key_pub')),
  })
  client.answer(request, [
    element('link_code_companion_reg', { stage: 'companion_hello' }, [
      element('link_code_pairing_ref', {}, Buffer.from(ref)),
    ]),
  ])
}

/**
 * The owner types the code on the phone.
 * @returns the new device once it is linked.
 * @throws {Error} when no client asked for a code for this number, or the code is wrong.
 */
export async function enterCode(
  code: string,
  phone: { account: Account; signal: SignalDevice; network: Network },
): Promise<LinkedDevice> {
  const { account, signal, network } = phone
  const isForPhone = ({ number, client }: CodeOffer) =>
    number === account.number && network.clients.has(client)
  await network.codeOffers.waitFor(isForPhone, WAIT_FOR_REQUEST_MS)
  // The newest counts: a client that lost its connection asks again.
  const offer = network.codeOffers.all.findLast(isForPhone)
  if (!offer) throw new Error(`No client asked for a pairing code for ${account.number}`)
  const ephemeral = Curve.generateKeyPair()
  const companionEphemeral = await unwrapKey(code, offer.wrappedKey)
  const linked = new Promise<LinkedDevice>((onLinked) => {
    const exchange = { offer, account, signal, ephemeral, companionEphemeral, onLinked }
    exchanges.set(offer.client, exchange)
  })
  const wrapped = await wrapKey(code, ephemeral.public)
  offer.client.send(primaryHello(offer, wrapped, signal.identity.public))
  return linked
}

/** Second request: the keys, encrypted with what both sides can only agree on if the code was right. */
export function finishCode(request: BinaryNode, client: Client): void {
  const exchange = exchanges.get(client)
  if (!exchange) throw new ProtocolError('A client finished a pairing by code that nobody started')
  exchanges.delete(client)
  client.answer(request)
  const registration = firstChild(request)
  const bundle = bytesOf(requireChild(registration, 'link_code_pairing_wrapped_key_bundle'))
  const identityKey = bytesOf(requireChild(registration, 'companion_identity_public'))
  exchange.onLinked(linkWithBundle(exchange, bundle, identityKey))
}

async function linkWithBundle(
  exchange: OpenExchange,
  bundle: Buffer,
  identityKey: Buffer,
): Promise<LinkedDevice> {
  const { offer, account, signal, ephemeral, companionEphemeral } = exchange
  const ephemeralSecret = Curve.sharedKey(ephemeral.private, companionEphemeral)
  const random = openBundle(bundle, ephemeralSecret).subarray(2 * KEY_LENGTH)
  const identitySecret = Curve.sharedKey(signal.identity.private, identityKey)
  const advSecret = expand({
    secret: Buffer.concat([ephemeralSecret, identitySecret, random]),
    salt: Buffer.alloc(0),
    purpose: 'adv_secret',
  })
  const { client, noiseKey } = offer
  return linkDevice({ client, noiseKey, identityKey, advSecret }, { account, signal })
}

/** The bundle holds the client's identity, the phone's identity and 32 random bytes. */
function openBundle(bundle: Buffer, secret: Buffer): Buffer {
  const key = expand({
    secret,
    salt: bundle.subarray(0, SALT_LENGTH),
    purpose: 'link_code_pairing_key_bundle_encryption_key',
  })
  const ivEnd = SALT_LENGTH + GCM_IV_LENGTH
  const decipher = createDecipheriv('aes-256-gcm', key, bundle.subarray(SALT_LENGTH, ivEnd))
  decipher.setAuthTag(bundle.subarray(-GCM_TAG_LENGTH))
  try {
    return Buffer.concat([
      decipher.update(bundle.subarray(ivEnd, -GCM_TAG_LENGTH)),
      decipher.final(),
    ])
  } catch (cause) {
    throw new Error('The pairing code is not the one that the client shows', { cause })
  }
}

function primaryHello(offer: CodeOffer, wrappedKey: Buffer, identityKey: Uint8Array): BinaryNode {
  const type = 'link_code_companion_reg'
  return element('notification', { from: SERVER_JID, type, id: randomUUID(), t: unixSeconds() }, [
    element(type, { stage: 'primary_hello' }, [
      element('link_code_pairing_wrapped_primary_ephemeral_pub', {}, wrappedKey),
      element('primary_identity_pub', {}, identityKey),
      element('link_code_pairing_ref', {}, Buffer.from(offer.ref)),
    ]),
  ])
}

async function wrapKey(code: string, key: Uint8Array): Promise<Buffer> {
  const salt = randomBytes(SALT_LENGTH)
  const iv = randomBytes(CTR_IV_LENGTH)
  const cipher = createCipheriv('aes-256-ctr', await codeKey(code, salt), iv)
  return Buffer.concat([salt, iv, cipher.update(key), cipher.final()])
}

async function unwrapKey(code: string, wrapped: Buffer): Promise<Buffer> {
  const ivEnd = SALT_LENGTH + CTR_IV_LENGTH
  const key = await codeKey(code, wrapped.subarray(0, SALT_LENGTH))
  const decipher = createDecipheriv('aes-256-ctr', key, wrapped.subarray(SALT_LENGTH, ivEnd))
  return Buffer.concat([
    decipher.update(wrapped.subarray(ivEnd, ivEnd + KEY_LENGTH)),
    decipher.final(),
  ])
}

function codeKey(code: string, salt: Buffer): Promise<Buffer> {
  return derive(code, salt, ROUNDS, KEY_LENGTH, 'sha256')
}

function expand(options: { secret: Buffer; salt: Buffer; purpose: string }): Buffer {
  const { secret, salt, purpose } = options
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, KEY_LENGTH))
}
