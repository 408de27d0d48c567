import type { NamespaceHandlers } from './request-handler.ts'

/** `w:p`: pings, by which a client finds out that its connection is dead. */
export const keepAlive: NamespaceHandlers = {
  'get/ping': (request, client) => client.answer(request),
}
