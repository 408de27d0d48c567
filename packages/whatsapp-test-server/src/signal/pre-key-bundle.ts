import { readUint, writeUint } from '../wire/bytes.ts'
import { type BinaryNode, bytesOf, element, findChild, requireChild } from '../wire/node.ts'

/** Marks a Curve25519 key, the only type there is. */
export const KEY_TYPE = Buffer.from([5])
const KEY_ID_LENGTH = 3
const REGISTRATION_ID_LENGTH = 4

export interface PreKey {
  id: number
  /** 32 bytes, without the type byte. */
  key: Buffer
}

export interface SignedPreKey extends PreKey {
  signature: Buffer
}

/** What somebody needs to write to a device for the first time. */
export interface PreKeyBundle {
  registrationId: number
  identityKey: Buffer
  signedPreKey: SignedPreKey
  /** A one-time key; absent when the device has none left. */
  preKey?: PreKey
}

export function registrationNode(registrationId: number): BinaryNode {
  return element('registration', {}, writeUint(registrationId, REGISTRATION_ID_LENGTH))
}

export function typeNode(): BinaryNode {
  return element('type', {}, KEY_TYPE)
}

/** The keys of a bundle as child nodes, in the order in which the server lists them. */
export function bundleNodes(bundle: PreKeyBundle): BinaryNode[] {
  const { identityKey, signedPreKey, preKey } = bundle
  return [
    typeNode(),
    element('identity', {}, identityKey),
    element('skey', {}, [
      ...preKeyNodes(signedPreKey),
      element('signature', {}, signedPreKey.signature),
    ]),
    ...(preKey ? [element('key', {}, preKeyNodes(preKey))] : []),
  ]
}

function preKeyNodes({ id, key }: PreKey): BinaryNode[] {
  return [element('id', {}, writeUint(id, KEY_ID_LENGTH)), element('value', {}, key)]
}

export function readRegistrationId(parent: BinaryNode): number {
  return readUint(bytesOf(requireChild(parent, 'registration')))
}

export function readPreKey(node: BinaryNode): PreKey {
  return {
    id: readUint(bytesOf(requireChild(node, 'id'))),
    key: bytesOf(requireChild(node, 'value')),
  }
}

export function readSignedPreKey(parent: BinaryNode): SignedPreKey {
  const node = requireChild(parent, 'skey')
  return { ...readPreKey(node), signature: bytesOf(requireChild(node, 'signature')) }
}

/** The one-time key of a `<keys>` node, if it has one. */
export function readOptionalPreKey(parent: BinaryNode): PreKey | undefined {
  const node = findChild(parent, 'key')
  return node && readPreKey(node)
}
