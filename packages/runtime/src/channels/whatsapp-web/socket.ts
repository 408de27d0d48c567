import makeWASocket, {
  Browsers,
  isJidBroadcast,
  isJidNewsletter,
  proto,
  type WASocket,
} from '@whiskeysockets/baileys'
import type { AuthState } from './authState.ts'
import type { WhatsAppWebOptions } from './options.ts'
import { quietLogger } from './quietLogger.ts'
import { signalRepository } from './signalRepository.ts'

const KEEP_ALIVE_MS = 30_000
const CONNECT_TIMEOUT_MS = 20_000
const QUERY_TIMEOUT_MS = 60_000

/** A Baileys socket as Parley runs it; the choices and why are in docs/channels.md. */
export function openSocket(
  options: WhatsAppWebOptions,
  numberId: string,
  auth: AuthState,
): WASocket {
  const { sentMessages, socketUrl, qrTimeoutMs, tls, logger } = options
  return makeWASocket({
    ...(socketUrl ? { waWebSocketUrl: socketUrl } : {}),
    ...(tls ? { fetchAgent: tls.agent } : {}),
    ...(qrTimeoutMs === undefined ? {} : { qrTimeout: qrTimeoutMs }),
    // Not `makeCacheableSignalKeyStore`: it fills its cache after the database, which is what corrupts sessions.
    auth: { creds: auth.creds, keys: auth.keys },
    makeSignalRepository: signalRepository(auth),
    browser: Browsers.macOS('Chrome'),
    syncFullHistory: false,
    shouldIgnoreJid: (jid) => isJidBroadcast(jid) || isJidNewsletter(jid),
    getMessage: async ({ id }) => {
      const encoded = id ? await sentMessages.find(numberId, id) : null
      // An empty message instead of undefined would be sent, and use the retry up.
      return encoded ? proto.Message.decode(encoded) : undefined
    },
    keepAliveIntervalMs: KEEP_ALIVE_MS,
    connectTimeoutMs: CONNECT_TIMEOUT_MS,
    defaultQueryTimeoutMs: QUERY_TIMEOUT_MS,
    generateHighQualityLinkPreview: false,
    enableRecentMessageCache: true,
    enableAutoSessionRecreation: true,
    logger: quietLogger(logger, numberId),
  })
}

/** Ends a socket without waiting: Baileys reports the end by its event. */
export function endSocket(socket: WASocket | null, reason: string | null): void {
  void socket?.end(reason === null ? undefined : new Error(reason))
}

/** The status code in a disconnect or a refused query; undefined when there is none. */
export function statusCodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('output' in error)) return undefined
  const { output } = error
  if (typeof output !== 'object' || output === null || !('statusCode' in output)) return undefined
  return typeof output.statusCode === 'number' ? output.statusCode : undefined
}
