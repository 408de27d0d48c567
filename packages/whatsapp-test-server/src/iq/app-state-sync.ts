import { randomUUID } from 'node:crypto'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import { unixSeconds } from '../wire/bytes.ts'
import { SERVER_JID } from '../wire/jid.ts'
import {
  type BinaryNode,
  bytesOf,
  children,
  element,
  findChild,
  firstChild,
  requireAttribute,
} from '../wire/node.ts'
import type { NamespaceHandlers } from './request-handler.ts'

/** `w:sync:app:state`: devices read and write the settings that they share. */
export const appStateSync: NamespaceHandlers = {
  'set/sync': (request, client) => {
    const collections = children(firstChild(request)).map((collection) => {
      const patch = findChild(collection, 'patch')
      return patch
        ? write(collection, bytesOf(patch), client.device)
        : read(collection, client.device)
    })
    client.answer(request, [element('sync', {}, collections)])
  },
}

function read(collection: BinaryNode, { account }: LinkedDevice): BinaryNode {
  const name = requireAttribute(collection, 'name')
  const version = Number(collection.attrs.version ?? 0)
  const patches = account.appState
    .patchesSince(name, version)
    .map((patch) => element('patch', {}, patch))
  return element(
    'collection',
    { name, version, has_more_patches: 'false' },
    patches.length > 0 ? [element('patches', {}, patches)] : undefined,
  )
}

/** Two devices that write at once would lose one change: the one that knows less has to read first. */
function write(collection: BinaryNode, patch: Buffer, device: LinkedDevice): BinaryNode {
  const name = requireAttribute(collection, 'name')
  const { appState } = device.account
  const current = appState.version(name)
  if (Number(collection.attrs.version) !== current) {
    const error = element('error', { code: 409, text: 'conflict' })
    return element('collection', { name, type: 'error', version: current }, [error])
  }
  const version = appState.accept(name, patch)
  for (const other of device.account.linkedDevices.values()) {
    if (other !== device) other.deliver(changeNotification(name, version))
  }
  return element('collection', { name, version })
}

function changeNotification(name: string, version: number): BinaryNode {
  return element(
    'notification',
    { from: SERVER_JID, type: 'server_sync', id: randomUUID(), t: unixSeconds() },
    [element('collection', { name, version })],
  )
}
