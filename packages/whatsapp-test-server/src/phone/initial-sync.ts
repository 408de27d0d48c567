import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { proto } from '@whiskeysockets/baileys'
import type { Account } from '../accounts/account.ts'
import type { LinkedDevice } from '../accounts/linked-device.ts'
import type { Outbox } from './outbox.ts'

const compress = promisify(deflate)
const SETTINGS_COLLECTION = 'critical_block'
/** More would be realistic, but slows down every pairing. */
const MAX_CONTACTS = 50

/**
 * What a phone sends to a device that was just linked: the key of the shared settings, which tell the
 * device its own name, and the history, which tells it the LIDs of known contacts. The key comes first.
 */
export async function startSync(
  device: LinkedDevice,
  phone: { account: Account; outbox: Outbox; contacts: Account[] },
): Promise<void> {
  const { account, outbox } = phone
  await writeOwnName(account)
  await outbox.sendToOwn(device, keyShare(account))
  for (const history of historyParts(phone.contacts.slice(0, MAX_CONTACTS))) {
    await outbox.sendToOwn(device, await historyNotification(history))
  }
}

async function writeOwnName({ appState, name }: Account): Promise<void> {
  if (appState.version(SETTINGS_COLLECTION) > 0) return
  await appState.write({
    type: SETTINGS_COLLECTION,
    index: ['setting_pushName'],
    syncAction: { timestamp: Date.now(), pushNameSetting: { name } },
    apiVersion: 1,
    operation: proto.SyncdMutation.SyncdOperation.SET,
  })
}

function keyShare({ appState }: Account): proto.Message.IProtocolMessage {
  const keyData = {
    keyData: appState.keyData,
    fingerprint: { rawId: 1, currentIndex: 0, deviceIndexes: [0] },
    timestamp: Date.now(),
  }
  return {
    type: proto.Message.ProtocolMessage.Type.APP_STATE_SYNC_KEY_SHARE,
    appStateSyncKeyShare: { keys: [{ keyId: { keyId: appState.keyId }, keyData }] },
  }
}

interface HistoryPart {
  history: proto.IHistorySync
  chunkOrder: number
  progress?: number
}

/** No conversations, but everything that lets a client know that the history is complete. */
function historyParts(contacts: Account[]): HistoryPart[] {
  const { INITIAL_BOOTSTRAP, PUSH_NAME, RECENT } = proto.HistorySync.HistorySyncType
  const disclosed = contacts.filter(({ addressMode }) => addressMode !== 'lid-only')
  const phoneNumberToLidMappings = disclosed.map(({ numberJid, lidJid }) => ({
    pnJid: numberJid,
    lidJid,
  }))
  const pushnames = disclosed.map(({ numberJid, name }) => ({ id: numberJid, pushname: name }))
  return [
    {
      history: { syncType: INITIAL_BOOTSTRAP, conversations: [], phoneNumberToLidMappings },
      chunkOrder: 0,
      progress: 100,
    },
    { history: { syncType: PUSH_NAME, pushnames }, chunkOrder: 0 },
    { history: { syncType: RECENT, conversations: [] }, chunkOrder: 1, progress: 100 },
  ]
}

async function historyNotification({
  history,
  chunkOrder,
  progress,
}: HistoryPart): Promise<proto.Message.IProtocolMessage> {
  return {
    type: proto.Message.ProtocolMessage.Type.HISTORY_SYNC_NOTIFICATION,
    historySyncNotification: {
      syncType: history.syncType ?? null,
      chunkOrder,
      progress: progress ?? null,
      initialHistBootstrapInlinePayload: await compress(proto.HistorySync.encode(history).finish()),
    },
  }
}
