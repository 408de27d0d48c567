import {
  DEFAULT_CONNECTION_CONFIG,
  type SignalAuthState,
  type SignalKeyStoreWithTransaction,
  type SignalRepositoryWithLIDStore,
  type SocketConfig,
} from '@whiskeysockets/baileys'
import { Serializer } from '../../pipeline/serialize.ts'
import type { AuthState } from './authState.ts'

/**
 * What encrypts and decrypts, with Baileys' transactions replaced by locks of ours and by waits for the database.
 *
 * Why not its transactions: they hold all sends of a number back until the database has the last one, lock the same
 * Signal session under different labels for sending and for receiving, write only after the message has left, and keep
 * an `AsyncLocalStorage` for each socket, which on Node 20 makes every promise of the process dearer with every number
 * that is connected.
 *
 * What must be durable when, so that a process may die at any moment and the login in the database still works:
 *
 * - Before a ciphertext leaves: the state after it, and all states before that. A key of a sending chain that is used a
 *   second time after a crash, or a chain whose beginning is lost, cannot be decrypted on the phone. Hence encrypting
 *   resolves when everything that was set so far is written. That includes the step of the ratchet that an incoming
 *   message has made: the reply is the first that goes out under it, so nothing is on the wire that the database lacks.
 * - Before the public half of a one-time key is given away: the private half (`MemoryFirstKeys.set`).
 * - Before an incoming message is acknowledged: nothing of its own session. Decrypting is a function of the state and the
 *   message. From the state before it the next message of the chain decrypts as well (up to 2,000 keys are skipped), a step
 *   of the ratchet is made again from the same private key, and a first message finds its one-time key again, because
 *   deletions are written last. What was sent under the lost state: nothing, see above.
 * - Before a message that brings a member's key for a group is acknowledged: that key. It is not sent again unasked.
 * - That somebody has our key for a group: only once WhatsApp has taken the message that brought it
 *   (`MemoryFirstKeys.senderKeysArrived`).
 */
export function signalRepository(login: AuthState): SocketConfig['makeSignalRepository'] {
  return (auth, logger, pnToLid) => {
    replaceTransactions(auth, login)
    const repository = DEFAULT_CONNECTION_CONFIG.makeSignalRepository(auth, logger, pnToLid)
    return { ...repository, ...guarded(repository, login) }
  }
}

/**
 * The same object goes to all parts of the socket. Each `set` of Baileys' is whole in itself, so that nothing needs to be
 * taken back; reading and writing that belong together are under the locks below.
 */
function replaceTransactions(auth: SignalAuthState, { keys }: AuthState): void {
  Object.assign(auth.keys, {
    get: (type, ids) => keys.get(type, ids),
    set: (data) => keys.set(data),
    isInTransaction: () => false,
    transaction: (work) => work(),
  } satisfies SignalKeyStoreWithTransaction)
}

function guarded(repository: SignalRepositoryWithLIDStore, login: AuthState) {
  const locks = new Serializer()
  /** A contact's session is the same one under phone number and LID. */
  const sessionOf = async (jid: string): Promise<string> => {
    const known = jid.endsWith('@lid') ? null : await repository.lidMapping.getLIDForPN(jid)
    return repository.jidToSignalProtocolAddress(known ?? jid)
  }
  const withSession = async <Result>(jid: string, work: () => Promise<Result>): Promise<Result> =>
    locks.run(await sessionOf(jid), work)

  return {
    decryptMessage: (message) => withSession(message.jid, () => repository.decryptMessage(message)),
    async encryptMessage(message) {
      const encrypted = await withSession(message.jid, () => repository.encryptMessage(message))
      await login.written()
      return encrypted
    },
    injectE2ESession: (session) =>
      withSession(session.jid, () => repository.injectE2ESession(session)),
    migrateSession: (phoneJid, lidJid) =>
      // Under the phone number's lock as well: who began before the LID was known holds that one.
      locks.run(repository.jidToSignalProtocolAddress(phoneJid), () =>
        locks.run(repository.jidToSignalProtocolAddress(lidJid), () =>
          repository.migrateSession(phoneJid, lidJid),
        ),
      ),
    decryptGroupMessage: (message) =>
      locks.run(message.group, () => repository.decryptGroupMessage(message)),
    async encryptGroupMessage(message) {
      const encrypted = await locks.run(message.group, () =>
        repository.encryptGroupMessage(message),
      )
      await login.written()
      return encrypted
    },
    getSenderKeyDistributionMessage: (request) =>
      locks.run(request.group, () => repository.getSenderKeyDistributionMessage(request)),
    async processSenderKeyDistributionMessage(message) {
      await locks.run(message.item.groupId ?? '', () =>
        repository.processSenderKeyDistributionMessage(message),
      )
      await login.written()
    },
  } satisfies Partial<SignalRepositoryWithLIDStore>
}
