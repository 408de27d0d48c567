import type { MessageRecord } from '../pipeline/index.ts'
import {
  fromDocument,
  type StoredCollection,
  type StoredDocument,
  toDocument,
} from './documents.ts'

export function fromMessage({ channelMessageId, ...message }: MessageRecord): StoredDocument {
  const document = toDocument(message)
  return channelMessageId === null ? document : { ...document, channelMessageId }
}

export function toMessage({
  statusStamp: _stamp,
  changedAt: _changedAt,
  ...document
}: StoredDocument): MessageRecord {
  return { ...fromDocument<MessageRecord>(document), channelMessageId: toChannelId(document) }
}

const toChannelId = ({ channelMessageId }: StoredDocument): string | null =>
  typeof channelMessageId === 'string' ? channelMessageId : null

/** A message as the platform names it. The number's id has no space, the platform's may have anything. */
export const toChannelKey = (numberId: string, channelMessageId: string): string =>
  `${numberId} ${channelMessageId}`

function parseChannelKey(key: string): { numberId: string; channelMessageId: string } {
  const end = key.indexOf(' ')
  return { numberId: key.slice(0, end), channelMessageId: key.slice(end + 1) }
}

/** Documents by channel key, of all directions asked for; an earlier direction wins. */
export async function findByChannelKeys(
  collection: StoredCollection,
  keys: readonly string[],
  directions: readonly MessageRecord['direction'][],
): Promise<ReadonlyMap<string, StoredDocument>> {
  const idsByNumber = new Map<string, string[]>()
  for (const { numberId, channelMessageId } of keys.map(parseChannelKey)) {
    const ids = idsByNumber.get(numberId)
    if (ids) ids.push(channelMessageId)
    else idsByNumber.set(numberId, [channelMessageId])
  }
  const filters = [...idsByNumber].map(([numberId, ids]) => ({
    numberId,
    direction: { $in: [...directions] },
    channelMessageId: { $in: ids },
  }))
  const [only] = filters
  const filter = filters.length === 1 && only ? only : { $or: filters }
  const documents = await collection.find(filter).toArray()
  const found = new Map<string, StoredDocument>()
  for (const direction of directions.toReversed()) {
    for (const document of documents) {
      if (document.direction !== direction) continue
      found.set(toChannelKey(String(document.numberId), toChannelId(document) ?? ''), document)
    }
  }
  return found
}
