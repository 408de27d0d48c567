import { Binary } from 'bson'
import { binaryBytes } from '../../bson/compare.ts'
import { type Doc, isDoc, isTruthy } from '../../bson/values.ts'
import { MAX_DOCUMENT_BYTES } from '../../engine/documents.ts'
import { DatabaseError } from '../../errors.ts'
import { authenticationFailed, MECHANISM, ScramConversation, type ScramStep } from '../scram.ts'
import { MAX_MESSAGE_BYTES } from '../wire.ts'
import type { Command, Request } from './command.ts'

/** Largest number of statements in one write command. */
export const MAX_WRITE_BATCH = 100_000

/** Presented as a MongoDB of this version, whose commands a client may expect. */
export const SERVER_VERSION = '8.0.0'
/** The wire version of MongoDB 8.0. */
const MAX_WIRE_VERSION = 25
/** A connection authenticates once, so its conversations need no numbers of their own. */
const CONVERSATION_ID = 1

/**
 * What a stand-alone server says of itself. No `logicalSessionTimeoutMinutes`, so drivers send no sessions; no
 * `compression`, so they do not compress; no `topologyVersion`, so they poll.
 */
const hello: Command = (request) => ({
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: MAX_DOCUMENT_BYTES,
  maxMessageSizeBytes: MAX_MESSAGE_BYTES,
  maxWriteBatchSize: MAX_WRITE_BATCH,
  localTime: new Date(),
  connectionId: request.connection.id,
  minWireVersion: 0,
  maxWireVersion: MAX_WIRE_VERSION,
  readOnly: false,
  ...(request.body.saslSupportedMechs === undefined ? {} : { saslSupportedMechs: [MECHANISM] }),
  ...speculativeAuthentication(request),
  ok: 1,
})

/** A driver may send its first SCRAM message with the handshake; failing there is left to the real start. */
function speculativeAuthentication(request: Request): Doc {
  const { speculativeAuthenticate } = request.body
  if (!isDoc(speculativeAuthenticate) || speculativeAuthenticate.mechanism !== MECHANISM) return {}
  try {
    return { speculativeAuthenticate: startSasl(request, speculativeAuthenticate) }
  } catch (error) {
    if (error instanceof DatabaseError) return {}
    throw error
  }
}

function startSasl({ services, connection }: Request, body: Doc): Doc {
  if (body.mechanism !== MECHANISM)
    throw new DatabaseError(334, 'MechanismUnavailable', `Only ${MECHANISM} is supported`)
  const skipsEmptyExchange = isDoc(body.options) && isTruthy(body.options.skipEmptyExchange)
  connection.conversation = new ScramConversation(
    services.credentials,
    payloadText(body.payload),
    skipsEmptyExchange,
  )
  return saslReply(connection.conversation.start())
}

function continueSasl({ connection, body }: Request): Doc {
  const { conversation } = connection
  if (!conversation) throw authenticationFailed()
  try {
    const step = conversation.continue(payloadText(body.payload))
    connection.isAuthenticated = conversation.isProven
    if (step.isDone) connection.conversation = null
    return saslReply(step)
  } catch (error) {
    connection.conversation = null
    throw error
  }
}

const saslReply = ({ payload, isDone }: ScramStep): Doc => ({
  conversationId: CONVERSATION_ID,
  done: isDone,
  payload: new Binary(Buffer.from(payload)),
  ok: 1,
})

const payloadText = (payload: unknown) =>
  payload instanceof Binary ? Buffer.from(binaryBytes(payload)).toString('utf8') : ''

export const handshakeCommands: Record<string, Command> = {
  hello,
  ismaster: hello,
  ping: () => ({ ok: 1 }),
  buildinfo: () => ({
    version: SERVER_VERSION,
    versionArray: SERVER_VERSION.split('.').map(Number).concat(0),
    gitVersion: 'parley-embedded-db',
    modules: ['parley-embedded-db'],
    storageEngines: ['lmdb'],
    bits: 64,
    maxBsonObjectSize: MAX_DOCUMENT_BYTES,
    debug: false,
    ok: 1,
  }),
  saslstart: (request) => startSasl(request, request.body),
  saslcontinue: continueSasl,
}
