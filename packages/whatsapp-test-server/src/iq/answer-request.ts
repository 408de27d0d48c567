import type { Client } from '../client.ts'
import { type BinaryNode, firstChild } from '../wire/node.ts'
import { appStateSync } from './app-state-sync.ts'
import { encryptionKeys } from './encryption-keys.ts'
import { groups } from './groups.ts'
import { keepAlive } from './keep-alive.ts'
import { linkedDevices } from './linked-devices.ts'
import { mediaConnection } from './media-connection.ts'
import { passive } from './passive.ts'
import { profilePicture } from './profile-picture.ts'
import type { NamespaceHandlers } from './request-handler.ts'
import { blocklist, dirtyMarks, featureSwitches, privacy, statistics } from './settings.ts'
import { userSync } from './user-sync.ts'

const namespaces: Record<string, NamespaceHandlers> = {
  abt: featureSwitches,
  blocklist,
  encrypt: encryptionKeys,
  md: linkedDevices,
  passive,
  privacy,
  'urn:xmpp:whatsapp:dirty': dirtyMarks,
  usync: userSync,
  'w:g2': groups,
  'w:m': mediaConnection,
  'w:p': keepAlive,
  'w:profile:picture': profilePicture,
  'w:stats': statistics,
  'w:sync:app:state': appStateSync,
}

/**
 * Answers an `<iq>` request. One that nobody knows gets an empty result and is noted: a client that waits
 * for an answer would stand still for a minute.
 */
export async function answerRequest(request: BinaryNode, client: Client): Promise<void> {
  const { xmlns = '', type } = request.attrs
  const { network } = client
  if (network.troubles.ignoredRequests.includes(xmlns)) return
  const kind = `${type}/${firstChild(request).tag}`
  const handler = namespaces[xmlns]?.[kind]
  if (handler) return handler(request, client)
  network.unknownRequests.push(`${xmlns}/${kind}`)
  client.answer(request)
}
