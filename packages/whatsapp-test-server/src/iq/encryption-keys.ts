import { randomBytes } from 'node:crypto'
import type { Network } from '../network.ts'
import {
  bundleNodes,
  KEY_TYPE,
  type PreKeyBundle,
  readPreKey,
  readRegistrationId,
  readSignedPreKey,
  registrationNode,
  type SignedPreKey,
  typeNode,
} from '../signal/pre-key-bundle.ts'
import { isSignedBy } from '../signal/xeddsa.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { parseJid } from '../wire/jid.ts'
import {
  type BinaryNode,
  children,
  element,
  firstChild,
  ProtocolError,
  requireAttribute,
  requireChild,
} from '../wire/node.ts'
import type { NamespaceHandlers } from './request-handler.ts'

/** `encrypt`: devices upload their Signal keys, and fetch those of others. */
export const encryptionKeys: NamespaceHandlers = {
  'get/count': (request, client) =>
    client.answer(request, [element('count', { value: client.device.preKeys.length })]),

  // Any digest tells the client that its keys are known; without one it uploads all of them again.
  'get/digest': (request, client) => {
    const { registrationId, identityKey } = client.device
    client.answer(request, [
      element('digest', {}, [
        registrationNode(registrationId),
        typeNode(),
        element('identity', {}, identityKey),
        element('hash', {}, randomBytes(20)),
      ]),
    ])
  },

  'set/registration': (request, client) => {
    const { device } = client
    device.registrationId = readRegistrationId(request)
    device.signedPreKey = checked(readSignedPreKey(request), device.identityKey)
    device.addPreKeys(children(requireChild(request, 'list')).map(readPreKey))
    client.answer(request)
  },

  'set/rotate': (request, client) => {
    const { device } = client
    device.signedPreKey = checked(readSignedPreKey(firstChild(request)), device.identityKey)
    client.answer(request)
  },

  'get/key': (request, client) => {
    const users = children(firstChild(request)).map((user) => userNode(user, client.network))
    client.answer(request, [element('list', {}, users)])
  },
}

function userNode(user: BinaryNode, network: Network): BinaryNode {
  const jid = requireAttribute(user, 'jid')
  const bundle = takeBundle(jid, network)
  if (!bundle) {
    const error = element('error', { code: 404, text: 'item-not-found' })
    return element('user', { jid }, [error])
  }
  return element('user', { jid, t: unixSeconds() }, [
    registrationNode(bundle.registrationId),
    ...bundleNodes(bundle),
  ])
}

function takeBundle(jid: string, network: Network): PreKeyBundle | undefined {
  const account = network.findAccount(jid)
  if (!account) return undefined
  const isPhone = parseJid(jid)?.device === 0
  return isPhone
    ? network.phoneOf(account).takeBundle()
    : account.linkedDevices.get(parseJid(jid)?.device ?? 0)?.takeBundle()
}

/** @throws {ProtocolError} when the device did not sign the key with its identity. */
function checked(signedPreKey: SignedPreKey, identityKey: Buffer): SignedPreKey {
  const signedData = Buffer.concat([KEY_TYPE, signedPreKey.key])
  if (isSignedBy(identityKey, signedData, signedPreKey.signature)) return signedPreKey
  throw new ProtocolError('The signature of a signed pre-key is wrong')
}
