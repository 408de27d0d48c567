import { type Connection, MessageType } from '@hocuspocus/server'

const isHeld = new WeakSet<Connection>()

/**
 * Makes "saved" mean saved: Hocuspocus tells an editor that its change has arrived as soon as it is in memory; here the
 * word goes out when the change is on disk.
 */
export function holdAcknowledgements(connection: Connection, durable: () => Promise<void>): void {
  if (isHeld.has(connection)) return
  isHeld.add(connection)
  const send = connection.send.bind(connection)
  connection.send = (message: Uint8Array) => {
    if (messageTypeOf(message) !== MessageType.SyncStatus) return send(message)
    void durable().then(() => send(message))
  }
}

/** Editors may sync and tell where they are; a message that we would pass on to everybody unread they may not send. */
export function refuseForeignMessages(message: Uint8Array): void {
  if (messageTypeOf(message) === MessageType.BroadcastStateless) throw new Error('not allowed')
}

/** A message begins with the document's name, as a length and UTF-8 bytes, and its type. */
function messageTypeOf(message: Uint8Array): number {
  const name = readVarUint(message, 0)
  return readVarUint(message, name.next + name.value).value
}

/** Seven bits a byte, lowest first; the eighth says that more follow. */
function readVarUint(bytes: Uint8Array, from: number): { value: number; next: number } {
  let value = 0
  let next = from
  for (let factor = 1; ; factor *= 128) {
    const byte = bytes[next] ?? 0
    next += 1
    value += (byte & 0x7f) * factor
    if (byte < 0x80) return { value, next }
  }
}
