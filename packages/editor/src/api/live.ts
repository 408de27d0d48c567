import { type LiveEventBody, liveEvent } from '@parley/shared/api'
import type { QueryClient } from '@tanstack/react-query'
import { applyLiveEvent, putConversation } from './applyLiveEvent.ts'
import { apiUrl } from './client.ts'
import { loadConversation } from './conversations.ts'
import { useLiveState } from './liveState.ts'
import { parseJson } from './parseJson.ts'

/** Every type that there is, each with an entry here: the compiler says when one is missing. */
const HEARD: Readonly<Record<LiveEventBody['type'], true>> = {
  'message.received': true,
  'message.queued': true,
  'message.updated': true,
  'conversation.updated': true,
  'contact.updated': true,
  'number.updated': true,
  'flow.updated': true,
  reset: true,
}
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 30_000
/** Conversations that changed within this time are loaded together; a busy inbox must not load one for each message. */
const GATHER_MS = 250
/** More changed conversations than this at once: the lists are loaded again instead. */
const MAX_SINGLE_LOADS = 8

/** Listens to the workspace's live updates and keeps the caches up to date, until the returned function is called. */
export function connectLive(
  client: QueryClient,
  createSource: (url: string) => EventSource = (url) => new EventSource(url),
): () => void {
  let source: EventSource | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let retryMs = FIRST_RETRY_MS
  let hasBeenOpen = false
  const changed = gatherConversations(client)

  const open = () => {
    useLiveState.setState({ state: hasBeenOpen ? 'lost' : 'connecting' })
    source = createSource(apiUrl('/events'))
    source.addEventListener('open', () => {
      // What happened while nobody listened is unknown: load again what is on screen.
      if (hasBeenOpen) void client.invalidateQueries()
      hasBeenOpen = true
      retryMs = FIRST_RETRY_MS
      useLiveState.setState({ state: 'open' })
    })
    source.addEventListener('error', () => {
      useLiveState.setState({ state: 'lost' })
      // The browser's own retry gives up for good on an HTTP error (a restarting proxy, for example); ours does not.
      source?.close()
      retryTimer = setTimeout(open, retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    })
    for (const name of Object.keys(HEARD)) {
      source.addEventListener(name, (message: MessageEvent<string>) => {
        const event = liveEvent.safeParse(parseJson(message.data))
        // A newer server may say things that this page does not know yet.
        if (!event.success) return
        applyLiveEvent(client, event.data)
        const conversationId = conversationOf(event.data)
        if (conversationId !== null) changed.add(conversationId)
      })
    }
  }
  open()
  return () => {
    clearTimeout(retryTimer)
    changed.stop()
    source?.close()
    useLiveState.setState({ state: 'off' })
  }
}

/** The conversation whose line in the lists is another now: a message makes it the newest, or makes it begin. */
function conversationOf(event: LiveEventBody): string | null {
  switch (event.type) {
    case 'conversation.updated':
      return event.conversationId
    case 'message.received':
    case 'message.queued':
      return event.message.conversationId
    default:
      return null
  }
}

function gatherConversations(client: QueryClient) {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = async () => {
    timer = undefined
    const ids = [...waiting]
    waiting.clear()
    if (ids.length > MAX_SINGLE_LOADS) {
      await client.invalidateQueries({ queryKey: ['conversations'] })
      return
    }
    await Promise.all(
      ids.map(async (id) => {
        try {
          putConversation(client, await loadConversation(id))
        } catch {
          // Deleted meanwhile, or the connection is gone: the lists load again when it is back.
        }
      }),
    )
  }
  return {
    add(conversationId: string) {
      waiting.add(conversationId)
      timer ??= setTimeout(() => void load(), GATHER_MS)
    },
    stop: () => clearTimeout(timer),
  }
}
