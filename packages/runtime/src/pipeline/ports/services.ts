import type { HttpRequest, HttpResult } from '../../engine/index.ts'
import type { ConnectionStatus, HandoverState, MessageRecord } from '../records.ts'

// What the pipeline needs from the process around it, besides channels and a store. `main` gives it.

export interface Clock {
  /** Epoch milliseconds. */
  now(): number
  /** Calls back once after `delayMs`; the returned function cancels. */
  after(delayMs: number, callback: () => void): () => void
}

export interface Logger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** Makes an HTTP call through the guarded client. Never throws: what goes wrong is a result. */
export interface HttpCaller {
  call(request: HttpRequest, signal: AbortSignal): Promise<HttpResult>
}

/** Something that happened, for screens and webhooks. Published after it is durable. */
export type LiveEvent =
  | {
      readonly type: 'message.received' | 'message.queued' | 'message.updated'
      readonly message: MessageRecord
    }
  | {
      readonly type: 'conversation.updated'
      readonly conversationId: string
      /** Present when it was given to a person just now. */
      readonly handedOver?: {
        readonly numberId: string
        readonly contactId: string
        readonly handover: HandoverState
      }
    }
  /** Name, tags, attributes or opt-out; by a flow or by a person. */
  | { readonly type: 'contact.updated'; readonly contactId: string }
  | {
      readonly type: 'number.updated'
      readonly numberId: string
      readonly status: ConnectionStatus
      readonly reason: string
    }

export interface LiveFeed {
  publish(workspaceId: string, event: LiveEvent): void
}

/** Wakes the owner of a number when there is work for it. */
export interface Wakeups {
  notify(numberId: string): void
  subscribe(listener: (numberId: string) => void): () => void
}
