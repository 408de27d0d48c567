import { type AuthenticationCreds, initAuthCreds } from '@whiskeysockets/baileys'
import { KeyWrites, type KeyWritesOptions } from './keyWrites.ts'
import { fromText, MemoryFirstKeys, toText } from './memoryFirstKeys.ts'
import { CREDS_ENTRY } from './ports.ts'

export interface AuthState {
  readonly creds: AuthenticationCreds
  readonly keys: MemoryFirstKeys
  /** Resolves when everything that was set so far is durable. */
  written(): Promise<void>
  /** Writes the credentials as they are now. */
  saveCreds(): Promise<void>
  /** Takes no more writes; resolves when those asked for so far are durable. */
  close(): Promise<void>
}

/**
 * The login of a number, memory first. A store that reads what it wrote from a database that takes a few milliseconds
 * corrupts Signal sessions in Baileys 7.0.0-rc14, because sending and receiving lock under different labels.
 *
 * After `onFailure` memory is ahead of the database: the socket must stop, and the login be opened anew.
 */
export async function openAuthState(options: KeyWritesOptions): Promise<AuthState> {
  const { storage, numberId } = options
  const saved = (await storage.read(numberId, [CREDS_ENTRY])).get(CREDS_ENTRY)
  const creds = saved === undefined ? initAuthCreds() : (fromText(saved) as AuthenticationCreds)
  const writes = new KeyWrites(options)
  return {
    creds,
    keys: new MemoryFirstKeys({ storage, numberId, creds, writes }),
    written: () => writes.written(),
    saveCreds: () => {
      writes.add([[CREDS_ENTRY, () => toText(creds)]])
      return writes.written()
    },
    close: () => writes.close(),
  }
}
