import type { Connection } from 'mongoose'
import type { Logger, Store } from '../pipeline/index.ts'
import { createAuthState } from './authState.ts'
import { createContacts } from './contacts.ts'
import { type Conversations, createConversations } from './conversations.ts'
import { nativeCollection } from './documents.ts'
import { createFlowVersions } from './flowVersions.ts'
import { createGroupRequests } from './groupRequests.ts'
import { createHttpCalls } from './httpCalls.ts'
import { createMessageNumbers } from './messageNumbers.ts'
import { createMessages, type Messages } from './messages.ts'
import { createNumbers } from './numbers.ts'
import { createPublications } from './publications.ts'
import { createScheduledPublishes } from './scheduledPublishes.ts'
import { createSecretBox } from './secretBox.ts'
import { createSendQueue } from './sendQueue.ts'
import { createSentMessages } from './sentMessages.ts'
import { createSessions } from './sessions.ts'
import { createSignals } from './signals.ts'
import type { StoreContext } from './storeContext.ts'
import { createTimers } from './timers.ts'
import { createTraces } from './traces.ts'
import { createWebhookDeliveries, type WebhookDeliveries } from './webhookDeliveries.ts'
import { createWebhookHeartbeats } from './webhookHeartbeats.ts'
import { createWebhooks, type Webhooks } from './webhooks.ts'

export interface StoreOptions {
  /** Open; see `connectStore`. */
  readonly connection: Connection
  readonly logger: Logger
  /** 32 bytes that are kept outside the database: what numbers' settings are encrypted with. */
  readonly secretKey: Uint8Array
  /** Epoch milliseconds; the system's clock when absent. */
  readonly now?: () => number
}

/** The pipeline's port, with what the API reads and changes besides. */
export type MongoStore = ReturnType<typeof createStore>

/** @throws {SecretError} when the key does not have 32 bytes. */
export function createStore({ connection, logger, secretKey, now = Date.now }: StoreOptions) {
  const context: StoreContext = { connection, logger, now, secrets: createSecretBox(secretKey) }
  const flowVersions = createFlowVersions(context)
  const publications = createPublications(context)
  const messages = createMessages(context)
  const storedMessages = nativeCollection(messages.model)
  const collections = {
    numbers: createNumbers(context),
    contacts: createContacts(context),
    conversations: createConversations(context),
    messages,
    messageNumbers: createMessageNumbers(context, storedMessages),
    sessions: createSessions(context),
    timers: createTimers(context),
    httpCalls: createHttpCalls(context),
    groupRequests: createGroupRequests(context),
    signals: createSignals(context),
    traces: createTraces(context),
    authState: createAuthState(context),
    sentMessages: createSentMessages(context),
    webhooks: createWebhooks(context),
    webhookDeliveries: createWebhookDeliveries(context),
    webhookHeartbeats: createWebhookHeartbeats(context),
    scheduledPublishes: createScheduledPublishes(context),
  }
  return {
    ...collections,
    flowVersions,
    publications,
    sendQueue: createSendQueue(storedMessages),
    flows: {
      findVersion: (flowVersionId) => flowVersions.findVersion(flowVersionId),
      listPublications: (numberId) => publications.listPublications(numberId),
    },

    /** Makes the indexes that are missing. To be awaited before the store is used; cheap when all are there. */
    async ensureIndexes(): Promise<void> {
      for (const { model } of [...Object.values(collections), flowVersions, publications]) {
        await model.createIndexes()
      }
    },

    /**
     * Deletes a number and what only makes sense with it. First what would start new work, last the number itself, so
     * that a deletion that was cut off can be done again. The history of its conversations stays unless it is to be
     * removed too. False when the workspace has no such number.
     */
    async removeNumber(
      workspaceId: string,
      numberId: string,
      { history }: { readonly history: 'keep' | 'remove' },
    ): Promise<boolean> {
      const number = await collections.numbers.update(workspaceId, numberId, {
        wanted: 'disconnected',
      })
      if (!number) return false
      await publications.removeOfNumber(numberId)
      await collections.messages.closeOfNumber(numberId, now())
      await collections.signals.removeOfNumber(numberId)
      await collections.timers.removeOfNumber(numberId)
      await collections.httpCalls.removeOfNumber(numberId)
      await collections.sessions.removeOfNumber(numberId)
      await collections.authState.removeOfNumber(numberId)
      await collections.sentMessages.removeOfNumber(numberId)
      await removeWebhooksOfNumber(collections, numberId)
      await collections.messageNumbers.removeOfNumber(numberId)
      await collections.groupRequests.removeOfNumber(numberId)
      if (history === 'remove') {
        await removeHistory(collections, numberId)
      }
      return collections.numbers.remove(workspaceId, numberId)
    },
  } satisfies Store & Record<string, unknown>
}

/** Deliveries first: without their subscription nobody would find them again. */
async function removeWebhooksOfNumber(
  { webhooks, webhookDeliveries }: { webhooks: Webhooks; webhookDeliveries: WebhookDeliveries },
  numberId: string,
): Promise<void> {
  await webhookDeliveries.removeOfWebhooks(await webhooks.idsOfNumber(numberId))
  await webhooks.removeOfNumber(numberId)
}

/** A part at a time, so that nobody else waits for the database. */
async function removeHistory(
  { messages, conversations }: { messages: Messages; conversations: Conversations },
  numberId: string,
): Promise<void> {
  for (;;) {
    const conversationIds = await conversations.someOfNumber(numberId)
    if (conversationIds.length === 0) return
    await messages.removeOfConversations(conversationIds)
    await conversations.remove(conversationIds)
  }
}
